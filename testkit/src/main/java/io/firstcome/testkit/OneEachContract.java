package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.BatchOutcome.Decided;
import io.firstcome.core.ledger.IssueBatch;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// One coupon per person, and the same answer whenever the person asks again.
abstract class OneEachContract extends LedgerTopic {
    OneEachContract(LedgerFactory factory) {
        super(factory);
    }

    @Test
    void aUserManyTimesInOneBatchHoldsOneCoupon() {
        Campaign campaign = open("drop", 10);
        Decided decided = ask(campaign, Collections.nCopies(8, new UserId("u")));
        Issuance issuance = granted(decided.verdicts().getFirst());
        assertThat(decided.verdicts().subList(1, 8)).containsOnly(new Verdict.Held(issuance));
        assertThat(decided.campaign().issued()).isEqualTo(1);
    }

    @Test
    void aUserInManyBatchesHoldsOneCoupon() {
        Campaign campaign = open("drop", 10);
        Issuance issuance = granted(askOne(campaign, "u"));
        for (int i = 0; i < 5; i++) {
            clock.step(1);
            Decided decided = ask(campaign, "stranger" + i, "u");
            assertThat(held(decided.verdicts().get(1))).isEqualTo(issuance);
        }
        assertThat(now(campaign).issued()).isEqualTo(6);
    }

    @Test
    void case02_aThousandParallelCallsOfOneUserAnswerOneCoupon() {
        Campaign campaign = open("drop", 10);
        UserId user = new UserId("u");
        List<List<Verdict>> answers =
                Together.run(
                        4,
                        _ -> {
                            List<Verdict> verdicts = new ArrayList<>();
                            for (int i = 0; i < 250; i++) {
                                verdicts.addAll(ask(campaign, List.of(user)).verdicts());
                            }
                            return verdicts;
                        });
        List<Verdict> verdicts = answers.stream().flatMap(List::stream).toList();
        Issuance issuance = issuances(campaign).getFirst();
        assertThat(granted(verdicts)).containsExactly(issuance);
        assertThat(verdicts)
                .hasSize(1_000)
                .containsOnly(new Verdict.Granted(issuance), new Verdict.Held(issuance));
    }

    @Test
    void case02_concurrentCallersWithTheSameUsersGrantEachOfThemOnce() {
        Campaign campaign = open("drop", 100);
        List<UserId> users = users("u", 30);
        List<List<Issuance>> granted =
                Together.run(
                        4,
                        thread -> {
                            List<UserId> rotated = new ArrayList<>(users);
                            Collections.rotate(rotated, thread * 7);
                            List<Issuance> mine = new ArrayList<>();
                            for (UserId user : rotated) {
                                mine.addAll(granted(ask(campaign, List.of(user, user))));
                            }
                            return mine;
                        });
        assertThat(granted.stream().flatMap(List::stream).map(Issuance::user))
                .containsExactlyInAnyOrderElementsOf(users);
    }

    @Test
    void aUserHoldsOneCouponOfEachCampaign() {
        Campaign one = open("one", 10);
        Campaign two = open("two", 10);
        ask(one, "stranger");
        List<UserId> user = List.of(new UserId("u"));
        List<BatchOutcome> outcomes =
                issue(new IssueBatch(one.number(), user), new IssueBatch(two.number(), user));
        assertThat(granted(decided(outcomes.get(0)))).containsExactly(issuances(one).get(1));
        assertThat(granted(decided(outcomes.get(1)))).containsExactly(issuances(two).get(0));
    }

    @Test
    void aHolderAmongStrangersKeepsTheCoupon() {
        Campaign campaign = open("drop", 10);
        Issuance issuance = granted(askOne(campaign, "u"));
        Decided decided = ask(campaign, "a", "u", "b", "a");
        assertThat(held(decided.verdicts().get(1))).isEqualTo(issuance);
        assertThat(granted(decided)).extracting(Issuance::ordinal).containsExactly(2, 3);
    }

    @Test
    void case18_askingAgainAnswersTheSameOrdinalAndTime() {
        Campaign campaign = open("drop", 10);
        clock.step(5);
        Issuance issuance = granted(askOne(campaign, "u"));
        clock.step(HOUR);
        assertThat(held(askOne(campaign, "u"))).isEqualTo(issuance);
        assertThat(issuance).isEqualTo(new Issuance(1, new UserId("u"), T0 + 5));
    }

    @Test
    void case18_askingAgainAfterARestartAnswersTheSameCoupon() {
        Campaign campaign = open("drop", 10);
        List<Issuance> before = granted(ask(campaign, users("u", 5)));
        clock.step(HOUR);
        reopen();
        assertThat(ask(campaign, users("u", 5)).verdicts())
                .isEqualTo(before.stream().map(Verdict.Held::new).toList());
    }

    @Test
    void askingAgainAfterTheSellOutAnswersTheSameCoupon() {
        Campaign campaign = open("drop", 2);
        List<Issuance> before = granted(ask(campaign, "a", "b", "c"));
        assertHeldWhileOthersAre(CampaignState.SOLD_OUT, campaign, before);
    }

    @Test
    void askingAgainDuringAPauseAnswersTheSameCoupon() {
        Campaign campaign = open("drop", 10);
        List<Issuance> before = granted(ask(campaign, "a", "b"));
        changed(campaign, new CampaignChange.Pause());
        assertHeldWhileOthersAre(CampaignState.PAUSED, campaign, before);
    }

    @Test
    void askingAgainAfterTheEndAnswersTheSameCoupon() {
        Campaign campaign = create("drop", 10, new Window(T0, T0 + HOUR));
        List<Issuance> before = granted(ask(campaign, "a", "b"));
        clock.step(HOUR);
        assertHeldWhileOthersAre(CampaignState.ENDED, campaign, before);
    }

    private void assertHeldWhileOthersAre(
            CampaignState state, Campaign campaign, List<Issuance> before) {
        List<Verdict> expected =
                List.of(
                        new Verdict.Held(before.get(1)),
                        denied(state),
                        new Verdict.Held(before.get(0)));
        assertThat(ask(campaign, "b", "other", "a").verdicts()).isEqualTo(expected);
        reopen();
        assertThat(ask(campaign, "b", "other", "a").verdicts()).isEqualTo(expected);
    }
}
