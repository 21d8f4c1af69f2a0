package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignChange.Amend;
import io.firstcome.core.campaign.CampaignChange.Pause;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.ChangeOutcome.Changed;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.issue.Verdict.Denied;
import io.firstcome.core.issue.Verdict.Granted;
import io.firstcome.core.issue.Verdict.Held;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.BatchOutcome.Decided;
import io.firstcome.core.ledger.CreateOutcome.Created;
import io.firstcome.core.ledger.IssueBatch;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.core.ledger.LedgerException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// A small drop of two campaigns during which the store may fail, and everything that was answered
/// in it. An answer that was lost is not held against the ledger, either way.
final class FaultyDrop {
    private record Request(long campaignNumber, UserId user) {}

    private record Asking(CampaignId campaign, List<UserId> users) {}

    private final CampaignId limited;
    private final CampaignId unlimited;

    /// What was answered: the latest picture of each campaign, and every coupon.
    private final Map<CampaignId, Campaign> campaigns = new HashMap<>();

    private final Map<Request, Issuance> coupons = new HashMap<>();

    /// What was attempted, so that it may have become durable.
    private final Set<Request> requests = new HashSet<>();

    private final Map<CampaignId, Integer> versions = new HashMap<>();

    FaultyDrop(String name) {
        limited = new CampaignId(name + "-limited");
        unlimited = new CampaignId(name + "-unlimited");
    }

    void run(Ledger ledger) {
        create(ledger, limited, 6);
        create(ledger, unlimited, CampaignTerms.UNLIMITED);
        ask(ledger, asking(limited, "a", "b", "a"), asking(unlimited, "a", "c"));
        change(ledger, limited, new Amend("renamed", 8, null, null));
        ask(ledger, asking(limited, "c", "d", "b"));
        change(ledger, unlimited, new Pause());
        ask(ledger, asking(unlimited, "e"), asking(limited, "e", "f", "a", "g", "h", "i", "j"));
        attempt(ledger, ledger::doQuietWork);
        ask(ledger, asking(limited, "a", "h", "k"));
    }

    private void create(Ledger ledger, CampaignId id, int quantity) {
        CampaignTerms terms = new CampaignTerms("name", quantity, Window.from(LedgerTopic.T0));
        boolean isAttempted =
                attempt(
                        ledger,
                        () -> answered(((Created) ledger.createDurably(id, terms)).campaign()));
        if (isAttempted) {
            versions.put(id, 1);
        }
    }

    private void change(Ledger ledger, CampaignId id, CampaignChange change) {
        if (campaigns.containsKey(id)) {
            boolean isAttempted = attempt(ledger, () -> answered(changed(ledger, id, change)));
            versions.merge(id, isAttempted ? 1 : 0, Integer::sum);
        }
    }

    private static Campaign changed(Ledger ledger, CampaignId id, CampaignChange change) {
        ChangeOutcome outcome = ledger.changeDurably(id, OptionalLong.empty(), change);
        assertThat(outcome).isInstanceOf(Changed.class);
        return ((Changed) outcome).campaign();
    }

    private static Asking asking(CampaignId campaign, String... users) {
        return new Asking(campaign, Stream.of(users).map(UserId::new).toList());
    }

    /// Asks of those campaigns that are known to be there.
    private void ask(Ledger ledger, Asking... askings) {
        List<IssueBatch> batches = new ArrayList<>();
        for (Asking asking : askings) {
            Campaign campaign = campaigns.get(asking.campaign());
            if (campaign != null) {
                batches.add(new IssueBatch(campaign.number(), asking.users()));
            }
        }
        if (attempt(ledger, () -> answered(batches, ledger.issueDurably(batches)))) {
            for (IssueBatch batch : batches) {
                batch.users().forEach(it -> requests.add(new Request(batch.campaignNumber(), it)));
            }
        }
    }

    /// Acts on the ledger, which may fail, and once it is not healthy must.
    ///
    /// @return whether it was attempted
    private static boolean attempt(Ledger ledger, Runnable act) {
        boolean wasHealthy = ledger.isHealthy();
        try {
            act.run();
            return true;
        } catch (LedgerException e) {
            assertThat(wasHealthy || !ledger.isHealthy()).as("stays unhealthy").isTrue();
            assertThat(wasHealthy || e.isNotAttempted()).as("attempts nothing: %s", e).isTrue();
            return !e.isNotAttempted();
        }
    }

    private void answered(Campaign campaign) {
        Campaign before = campaigns.put(campaign.id(), campaign);
        assertThat(before == null || campaign.isAtLeastAsLateAs(before)).isTrue();
    }

    private void answered(List<IssueBatch> batches, List<BatchOutcome> outcomes) {
        for (int i = 0; i < batches.size(); i++) {
            assertThat(outcomes.get(i)).isInstanceOf(Decided.class);
            Decided decided = (Decided) outcomes.get(i);
            answered(decided.campaign());
            for (int j = 0; j < decided.verdicts().size(); j++) {
                UserId user = batches.get(i).users().get(j);
                answered(new Request(batches.get(i).campaignNumber(), user), decided, j);
            }
        }
    }

    private void answered(Request request, Decided decided, int index) {
        Verdict verdict = decided.verdicts().get(index);
        switch (verdict) {
            case Granted(Issuance issuance) -> answered(request, issuance);
            case Held(Issuance issuance) -> answered(request, issuance);
            case Denied _ -> assertThat(coupons).doesNotContainKey(request);
        }
    }

    private void answered(Request request, Issuance issuance) {
        assertThat(issuance.user()).isEqualTo(request.user());
        assertThat(coupons.getOrDefault(request, issuance)).isEqualTo(issuance);
        coupons.put(request, issuance);
    }

    /// Checks, after a restart, that everything answered is there and nothing that was not asked.
    void checkAnswered(Ledger ledger) {
        for (CampaignId id : List.of(limited, unlimited)) {
            Campaign campaign = Pages.campaign(ledger, id);
            if (campaign == null) {
                assertThat(campaigns).doesNotContainKey(id);
            } else {
                checkAnswered(ledger, campaign);
            }
        }
    }

    private void checkAnswered(Ledger ledger, Campaign campaign) {
        LedgerAudit.check(ledger, campaign);
        Campaign answered = campaigns.getOrDefault(campaign.id(), campaign);
        assertThat(campaign.isAtLeastAsLateAs(answered)).as("%s, %s", campaign, answered).isTrue();
        assertThat(campaign.revision().version())
                .isLessThanOrEqualTo(versions.getOrDefault(campaign.id(), 0));
        Map<Request, Issuance> held = new HashMap<>();
        for (Issuance issuance : Pages.issuances(ledger, campaign.number(), 100)) {
            held.put(new Request(campaign.number(), issuance.user()), issuance);
        }
        assertThat(requests).containsAll(held.keySet());
        coupons.forEach((request, issuance) -> {
            if (request.campaignNumber() == campaign.number()) {
                assertThat(held).containsEntry(request, issuance);
            }
        });
    }

    /// Checks, after a restart, that who asks again gets the same coupon and that the drop reaches
    /// exactly its quantity.
    void checkRefill(Ledger ledger) {
        campaigns.clear();
        for (CampaignId id : List.of(limited, unlimited)) {
            Campaign campaign = Pages.campaign(ledger, id);
            if (campaign != null) {
                answered(campaign);
            }
        }
        assertThat(ledger.isHealthy()).isTrue();
        ask(ledger, asking(limited, "k", "c", "b", "a"), asking(unlimited, "e", "c", "a"));
        List<String> others = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            others.add("other" + i);
        }
        ask(ledger, asking(limited, others.toArray(String[]::new)));
        Campaign full = Pages.campaign(ledger, limited);
        assertThat(full == null ? 0 : full.remaining()).as("left of %s", full).isZero();
        checkAnswered(ledger);
    }
}
