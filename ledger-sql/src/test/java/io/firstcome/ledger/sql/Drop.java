package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.CreateOutcome;
import io.firstcome.core.ledger.IssueBatch;
import io.firstcome.core.ledger.Ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Short words for tests of ledgers.
final class Drop {
    /// When campaigns start.
    static final long START = 1_800_000_000_000_000L;

    private Drop() {}

    static Campaign create(Ledger ledger, String id, int quantity) {
        return create(ledger, id, quantity, Window.from(START));
    }

    static Campaign create(Ledger ledger, String id, int quantity, Window window) {
        CampaignTerms terms = new CampaignTerms("Name of " + id, quantity, window);
        CreateOutcome outcome = ledger.createDurably(new CampaignId(id), terms);
        assertThat(outcome).isInstanceOf(CreateOutcome.Created.class);
        return ((CreateOutcome.Created) outcome).campaign();
    }

    static List<UserId> users(String... users) {
        return Stream.of(users).map(UserId::new).toList();
    }

    /// The users `prefix` + `first` to `prefix` + `last`.
    static List<UserId> users(String prefix, int first, int last) {
        List<UserId> users = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            users.add(new UserId(prefix + i));
        }
        return users;
    }

    static List<Verdict> issue(Ledger ledger, Campaign campaign, List<UserId> users) {
        BatchOutcome outcome =
                ledger.issueDurably(List.of(new IssueBatch(campaign.number(), users))).getFirst();
        assertThat(outcome).isInstanceOf(BatchOutcome.Decided.class);
        return ((BatchOutcome.Decided) outcome).verdicts();
    }

    static Verdict issue(Ledger ledger, Campaign campaign, String user) {
        return issue(ledger, campaign, users(user)).getFirst();
    }

    /// The ordinal that was granted or was held already.
    static int ordinal(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Granted(var issuance) -> issuance.ordinal();
            case Verdict.Held(var issuance) -> issuance.ordinal();
            case Verdict.Denied(var state) -> throw new AssertionError("denied: " + state);
        };
    }
}
