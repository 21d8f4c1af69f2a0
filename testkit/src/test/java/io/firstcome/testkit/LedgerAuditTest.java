package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.IssueBatch;
import io.firstcome.testkit.InMemoryLedger.Store;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalLong;

/// The auditor notices what somebody does to a ledger behind its back.
class LedgerAuditTest {
    private static final CampaignId ID = new CampaignId("drop");

    private final TestClock clock = new TestClock(150);
    private final Store store = new Store();

    @BeforeEach
    void issueThree() {
        InMemoryLedger ledger = reopened();
        ledger.createDurably(ID, new CampaignTerms("name", 10, new Window(100, 200)));
        List<UserId> users = List.of(new UserId("a"), new UserId("b"), new UserId("c"));
        ledger.issueDurably(List.of(new IssueBatch(1, users)));
    }

    private InMemoryLedger reopened() {
        return new InMemoryLedger(store, clock, FaultPlan.NONE);
    }

    private List<Issuance> issuances() {
        return store.issuances.getOrDefault(1L, List.of());
    }

    private void assertPasses() {
        assertThatCode(() -> LedgerAudit.check(reopened())).doesNotThrowAnyException();
    }

    private void assertFails() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> LedgerAudit.check(reopened()));
    }

    @Test
    void aSoundLedgerPasses() {
        assertPasses();
    }

    @Test
    void aLostCouponIsNoticed() {
        issuances().removeLast();
        assertFails();
    }

    @Test
    void aCouponTooManyIsNoticed() {
        issuances().add(new Issuance(4, new UserId("d"), 150));
        assertFails();
    }

    @Test
    void aWrongCountIsNoticed() {
        store.campaigns.replaceAll((_, campaign) -> campaign.withIssued(1));
        assertFails();
    }

    @Test
    void aGapIsNoticed() {
        issuances().set(2, new Issuance(4, new UserId("c"), 150));
        assertFails();
    }

    @Test
    void aSecondCouponOfAUserIsNoticed() {
        issuances().set(2, new Issuance(3, new UserId("a"), 150));
        assertFails();
    }

    @Test
    void aCouponFromBeforeTheStartIsNoticed() {
        issuances().set(0, new Issuance(1, new UserId("a"), 99));
        assertFails();
    }

    @Test
    void aCouponFromTheEndIsNoticed() {
        clock.set(300);
        issuances().set(2, new Issuance(3, new UserId("c"), 200));
        assertFails();
    }

    @Test
    void aCouponFromTheFutureIsNoticed() {
        issuances().set(2, new Issuance(3, new UserId("c"), 160));
        assertFails();
    }

    @Test
    void timesOutOfOrderAreNoticed() {
        issuances().set(0, new Issuance(1, new UserId("a"), 151));
        clock.set(160);
        assertFails();
    }

    @Test
    void aCampaignTwiceIsNoticed() {
        Campaign campaign = store.campaigns.firstEntry().getValue();
        store.campaigns.put(2L, Campaign.create(2, ID, campaign.terms(), 150));
        assertFails();
    }

    @Test
    void endingInTheMicrosecondOfTheLastCouponIsAllowed() {
        reopened().changeDurably(ID, OptionalLong.empty(), new CampaignChange.End());
        assertPasses();
    }
}
