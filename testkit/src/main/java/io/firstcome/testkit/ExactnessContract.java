package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.BatchOutcome.CampaignGone;
import io.firstcome.core.ledger.BatchOutcome.Decided;
import io.firstcome.core.ledger.IssueBatch;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Exactly N, never falsely out, and every campaign by itself.
abstract class ExactnessContract extends LedgerTopic {
    ExactnessContract(LedgerFactory factory) {
        super(factory);
    }

    @Test
    void case01_tenTimesAsManyUsersGetExactlyAllCoupons() {
        Campaign campaign = open("drop", 50);
        List<UserId> users = new ArrayList<>(users("u", 500));
        Collections.shuffle(users, new Random(1));
        int granted = 0;
        for (int from = 0; from < users.size(); from += 7) {
            List<UserId> batch = users.subList(from, Math.min(from + 7, users.size()));
            granted += granted(ask(campaign, batch)).size();
        }
        assertThat(granted).isEqualTo(50);
        assertThat(now(campaign).issued()).isEqualTo(50);
    }

    @Test
    void case01_concurrentCallersWithTenTimesAsManyUsersGetExactlyAllCoupons() {
        Campaign campaign = open("drop", 60);
        List<List<Issuance>> granted =
                Together.run(4, thread -> askInBatches(campaign, users("t" + thread + "-", 150)));
        assertThat(granted.stream().flatMap(List::stream).map(Issuance::ordinal))
                .hasSize(60)
                .doesNotHaveDuplicates();
        assertThat(now(campaign).issued()).isEqualTo(60);
    }

    private List<Issuance> askInBatches(Campaign campaign, List<UserId> users) {
        List<Issuance> granted = new ArrayList<>();
        for (int from = 0; from < users.size(); from += 5) {
            granted.addAll(granted(ask(campaign, users.subList(from, from + 5))));
        }
        return granted;
    }

    @Test
    void concurrentCallersOfSeveralCampaignsGetExactlyAllCouponsOfEach() {
        List<Campaign> campaigns = List.of(open("a", 10), open("b", 25), open("c", 40));
        Together.run(
                3,
                thread -> {
                    for (UserId user : users("t" + thread + "-", 20)) {
                        issue(
                                campaigns.stream()
                                        .map(campaign -> batch(campaign, user))
                                        .toArray(IssueBatch[]::new));
                    }
                    return thread;
                });
        assertThat(campaigns)
                .extracting(campaign -> now(campaign).issued())
                .containsExactly(10, 25, 40);
    }

    private static IssueBatch batch(Campaign campaign, UserId... users) {
        return new IssueBatch(campaign.number(), List.of(users));
    }

    @Test
    void aBatchLargerThanTheQuantityIsGrantedTheQuantityInItsOrder() {
        Campaign campaign = open("drop", 3);
        Decided decided = ask(campaign, "a", "b", "c", "d", "e");
        assertThat(granted(decided))
                .extracting(issuance -> issuance.user().value())
                .containsExactly("a", "b", "c");
        assertThat(decided.verdicts().subList(3, 5)).containsOnly(denied(CampaignState.SOLD_OUT));
    }

    @Test
    void soldOutIsSaidOnlyWhenAllCouponsAreThere() {
        Campaign campaign = open("drop", 20);
        Together.run(
                4,
                thread -> {
                    for (UserId user : users("t" + thread + "-", 15)) {
                        Decided decided = ask(campaign, List.of(user));
                        if (decided.verdicts().contains(denied(CampaignState.SOLD_OUT))) {
                            assertThat(decided.campaign().issued()).isEqualTo(20);
                            assertThat(issuances(campaign)).hasSize(20);
                        }
                    }
                    return thread;
                });
        assertThat(now(campaign).issued()).isEqualTo(20);
    }

    @Test
    void theLastCouponIsGranted() {
        Campaign campaign = open("drop", 4);
        ask(campaign, "a", "b", "c");
        assertThat(granted(askOne(campaign, "d")).ordinal()).isEqualTo(4);
        assertThat(askOne(campaign, "e")).isEqualTo(denied(CampaignState.SOLD_OUT));
    }

    @Test
    void requestsThatGetNothingTakeNothing() {
        Campaign campaign = open("drop", 3);
        ask(campaign, "a", "a", "b");
        ask(campaign, "b", "a", "b", "a");
        Decided decided = ask(campaign, "a", "c", "d");
        assertThat(granted(decided)).extracting(Issuance::ordinal).containsExactly(3);
    }

    @Test
    void case11_aCampaignOfOneCouponIssuesOne() {
        Campaign campaign = open("drop", 1);
        Decided decided = ask(campaign, "a", "b", "a");
        Issuance issuance = granted(decided.verdicts().getFirst());
        assertThat(decided.verdicts().get(1)).isEqualTo(denied(CampaignState.SOLD_OUT));
        assertThat(held(decided.verdicts().get(2))).isEqualTo(issuance);
    }

    @Test
    void case11_anUnlimitedCampaignIssuesToEverybody() {
        Campaign campaign = open("drop", CampaignTerms.UNLIMITED);
        assertThat(granted(ask(campaign, users("u", 1_000)))).hasSize(1_000);
        assertThat(granted(ask(campaign, users("v", 1_000)))).hasSize(1_000);
        assertThat(now(campaign).terms().isUnlimited()).isTrue();
    }

    @Test
    void case11_theLargestQuantityIsKept() {
        Campaign campaign = open("drop", CampaignTerms.QUANTITY_MAX);
        ask(campaign, "a", "b");
        assertThat(now(campaign).remaining()).isEqualTo(CampaignTerms.QUANTITY_MAX - 2);
    }

    @Test
    void theBatchesOfOneCallAreDecidedEachByItself() {
        Campaign open = open("open", 10);
        Campaign soldOut = open("sold-out", 1);
        Campaign scheduled = create("scheduled", 10, Window.from(T0 + 1));
        ask(soldOut, "first");
        UserId user = new UserId("u");
        List<BatchOutcome> outcomes =
                issue(
                        batch(scheduled, user),
                        batch(soldOut, user, new UserId("first")),
                        new IssueBatch(9_999, List.of(user)),
                        batch(open, user, user));
        assertThat(decided(outcomes.get(0)).verdicts())
                .containsExactly(denied(CampaignState.SCHEDULED));
        List<Verdict> ofSoldOut = decided(outcomes.get(1)).verdicts();
        assertThat(ofSoldOut.get(0)).isEqualTo(denied(CampaignState.SOLD_OUT));
        assertThat(held(ofSoldOut.get(1)).ordinal()).isEqualTo(1);
        assertThat(outcomes.get(2)).isEqualTo(new CampaignGone());
        assertThat(granted(decided(outcomes.get(3)))).hasSize(1);
    }

    @Test
    void theOutcomeShowsTheCampaignAfterTheBatch() {
        Campaign campaign = open("drop", 10);
        Decided first = ask(campaign, "a", "b", "a");
        assertThat(first.campaign()).isEqualTo(campaign.withIssued(2));
        Decided second = ask(campaign, "a");
        assertThat(second.campaign()).isEqualTo(now(campaign)).isEqualTo(first.campaign());
    }
}
