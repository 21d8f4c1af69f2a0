package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange.Amend;
import io.firstcome.core.campaign.CampaignChange.End;
import io.firstcome.core.campaign.CampaignChange.Pause;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.code.CodeKey;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.UserCoupon;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// What was answered is there after a restart, and a drop goes on as if nothing had happened.
abstract class DurabilityContract extends LedgerTopic {
    DurabilityContract(LedgerFactory factory) {
        super(factory);
    }

    @Test
    void case04_everyAnsweredCouponIsThereAfterARestart() {
        Campaign campaign = open("drop", 1_000);
        List<Issuance> answered = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            clock.step(3);
            answered.addAll(granted(ask(campaign, users("batch" + i + "-", 10))));
        }
        reopen();
        assertThat(issuances(campaign)).isEqualTo(answered);
        assertThat(now(campaign)).isEqualTo(campaign.withIssued(200));
    }

    @Test
    void case04_refillingAfterARestartReachesExactlyAllCoupons() {
        Campaign campaign = open("drop", 100);
        ask(campaign, users("before", 60));
        reopen();
        ask(campaign, users("before", 30));
        assertThat(granted(ask(campaign, users("after", 100)))).hasSize(40);
        assertThat(now(campaign).issued()).isEqualTo(100);
    }

    @Test
    void manyRestartsDuringADropChangeNothing() {
        Campaign campaign = open("drop", 30);
        List<Issuance> answered = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            answered.addAll(granted(ask(campaign, users("batch" + i + "-", 5))));
            reopen();
        }
        assertThat(answered).hasSize(30).isEqualTo(issuances(campaign));
    }

    @Test
    void theKeyOfTheCodesIsTheSameAfterARestart() {
        CodeKey key = ledger().codeKey();
        reopen();
        assertThat(ledger().codeKey()).isEqualTo(key);
    }

    @Test
    void anEmptyLedgerReopensEmpty() {
        reopen();
        assertThat(ledger().campaigns(0, 10)).isEmpty();
        assertThat(ledger().isHealthy()).isTrue();
    }

    @Test
    void campaignsAreTheSameAfterARestart() {
        Campaign soldOut = open("sold-out", 1);
        ask(soldOut, "a", "b");
        open("unlimited", CampaignTerms.UNLIMITED);
        create("scheduled", CampaignTerms.QUANTITY_MAX, new Window(T0 + HOUR, T0 + 2 * HOUR));
        changed(open("paused", 7), new Pause());
        clock.step(1);
        changed(open("ended", 7), new End());
        changed(open("amended", 7), new Amend("이름 🎟️ '\"", 9, null, T0 + HOUR));
        List<Campaign> before = ledger().campaigns(0, 10);
        clock.step(1);
        reopen();
        assertThat(ledger().campaigns(0, 10)).hasSize(6).isEqualTo(before);
    }

    @Test
    void soldOutStaysSoldOutAfterARestart() {
        Campaign campaign = open("drop", 3);
        ask(campaign, users("u", 5));
        reopen();
        assertThat(ask(campaign, users("v", 2)).verdicts())
                .containsOnly(denied(CampaignState.SOLD_OUT));
    }

    @Test
    void aPauseOutlivesARestart() {
        Campaign campaign = open("drop", 3);
        changed(campaign, new Pause());
        reopen();
        assertThat(askOne(campaign, "a")).isEqualTo(denied(CampaignState.PAUSED));
    }

    @Test
    void whatAUserHoldsOutlivesARestartInTheMiddleOfQuietWork() {
        Campaign campaign = open("drop", 5_000);
        UserId user = new UserId("u4000");
        ask(campaign, users("u", 5_000));
        List<UserCoupon> before = ledger().couponsOf(user, Long.MAX_VALUE, 10);
        clock.step(HOUR);
        ledger().doQuietWork();
        reopen();
        assertThat(ledger().couponsOf(user, Long.MAX_VALUE, 10)).hasSize(1).isEqualTo(before);
        assertThat(held(askOne(campaign, "u4000"))).isEqualTo(before.getFirst().issuance());
    }
}
