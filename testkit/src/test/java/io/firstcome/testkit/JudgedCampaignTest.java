package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.Revision;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.issue.Verdict.Denied;
import io.firstcome.core.issue.Verdict.Granted;
import io.firstcome.core.issue.Verdict.Held;

import org.junit.jupiter.api.Test;

import java.util.List;

class JudgedCampaignTest {
    private static final long T0 = LedgerTopic.T0;
    private static final UserId ADA = new UserId("ada");
    private static final UserId BOB = new UserId("bob");
    private static final Issuance FIRST = new Issuance(1, ADA, T0 + 5);
    private static final Verdict SOLD_OUT = new Denied(CampaignState.SOLD_OUT);

    private final JudgedCampaign judged = new JudgedCampaign(campaign(1, false));

    private static Campaign campaign(int quantity, boolean isPaused) {
        return new Campaign(
                7,
                new CampaignId("drop"),
                new CampaignTerms("name", quantity, Window.from(T0)),
                isPaused,
                0,
                new Revision(1, T0, T0));
    }

    @Test
    void everyStretchIsJudgedByItsOwnTermsAndOnTopOfWhatWasIssued() {
        judged.heard(ADA, new Granted(FIRST), T0 + 5);
        judged.heard(BOB, SOLD_OUT, T0 + 6);
        assertThat(judged.judge(() -> List.of(FIRST), campaign(2, true))).isTrue();
        judged.heard(BOB, new Denied(CampaignState.PAUSED), T0 + 7);
        judged.heard(ADA, new Held(FIRST), T0 + 7);
        assertThat(judged.judge(() -> List.of(FIRST), campaign(2, false))).isTrue();
        Issuance second = new Issuance(2, BOB, T0 + 8);
        judged.heard(BOB, new Granted(second), T0 + 8);
        assertThat(judged.judge(() -> List.of(FIRST, second), campaign(2, false))).isTrue();
        assertThat(judged.judge(() -> List.of(FIRST, second), campaign(2, false))).isFalse();
    }

    @Test
    void whatNoLedgerMaySayIsFound() {
        judged.heard(ADA, new Granted(FIRST), T0 + 5);
        assertBroken("No slot leaked", List.of());
    }

    @Test
    void couponOfSomebodyElseIsFound() {
        judged.heard(ADA, new Granted(FIRST), T0 + 5);
        judged.heard(BOB, new Granted(FIRST), T0 + 6);
        assertBroken("bob was told of the coupon of ada, ordinal 1", List.of(FIRST));
    }

    @Test
    void pauseOfACampaignThatIsNotPausedIsFound() {
        judged.heard(ADA, new Denied(CampaignState.PAUSED), T0 + 5);
        assertBroken("ada heard PAUSED", List.of());
    }

    @Test
    void couponThatIsGoneAfterAChangeIsFound() {
        judged.heard(ADA, new Granted(FIRST), T0 + 5);
        judged.judge(() -> List.of(FIRST), campaign(2, false));
        judged.heard(BOB, new Granted(new Issuance(1, BOB, T0 + 6)), T0 + 6);
        assertBroken("Append-only", List.of(new Issuance(1, BOB, T0 + 6)));
    }

    private void assertBroken(String evidence, List<Issuance> listed) {
        assertThatThrownBy(() -> judged.judge(() -> listed, campaign(1, false)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(evidence);
    }
}
