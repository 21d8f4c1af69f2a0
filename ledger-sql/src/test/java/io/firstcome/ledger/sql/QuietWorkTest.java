package io.firstcome.ledger.sql;

import static io.firstcome.ledger.sql.Drop.START;
import static io.firstcome.ledger.sql.Drop.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.core.ledger.UserCoupon;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

final class QuietWorkTest extends SqliteTest {
    private static final Window HOUR = new Window(START, START + 3_600_000_000L);

    @Test
    void thereIsNoneBeforeACampaignHasEnded() {
        try (SqlLedger ledger = fixture.open(clock)) {
            Drop.issue(ledger, Drop.create(ledger, "c", 10, HOUR), users("u", 1, 20));
            assertThat(ledger.doQuietWork()).isFalse();
            clock.set(HOUR.endMicros() - 1);
            assertThat(ledger.doQuietWork()).isFalse();
        }
    }

    @Test
    void isDoneInPiecesOnceACampaignHasEnded() throws SQLException {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = Drop.create(ledger, "c", CampaignTerms.UNLIMITED, HOUR);
            Drop.issue(ledger, campaign, users("u", 1, 3 * QuietWork.PIECE));
            clock.set(HOUR.endMicros());
            assertThat(ledger.doQuietWork()).isTrue();
            assertThat(indexed()).isBetween(QuietWork.PIECE / 2L, QuietWork.PIECE * 2L);
            assertThat(ledger.doQuietWork()).isTrue();
            assertThat(ledger.doQuietWork()).isFalse();
            assertThat(indexed()).isEqualTo(3 * QuietWork.PIECE);
            assertThat(ledger.doQuietWork()).isFalse();
        }
    }

    private long indexed() throws SQLException {
        return fixture.query("SELECT COUNT(*) FROM user_coupons");
    }

    private static void doAllQuietWork(SqlLedger ledger) {
        while (ledger.doQuietWork()) {
            assertThat(ledger.isHealthy()).isTrue();
        }
    }

    @Test
    void whatAUserHoldsIsFoundAtEveryStage() {
        UserId user = new UserId("u7");
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign first = Drop.create(ledger, "first", 10_000, HOUR);
            Campaign second = Drop.create(ledger, "second", 10_000);
            Campaign third = Drop.create(ledger, "third", 10_000, HOUR);
            Drop.issue(ledger, first, users("u", 1, 2_000));
            Drop.issue(ledger, second, users("u", 5, 8));
            Drop.issue(ledger, third, users("u", 4, 2_000));
            List<UserCoupon> held = ledger.couponsOf(user, Long.MAX_VALUE, 10);
            assertThat(held).extracting(UserCoupon::campaignNumber).containsExactly(3L, 2L, 1L);
            assertThat(held).extracting(c -> c.issuance().ordinal()).containsExactly(4, 3, 7);
            assertThat(held)
                    .extracting(UserCoupon::campaign)
                    .containsExactly(third.id(), second.id(), first.id());
            clock.set(HOUR.endMicros());
            boolean isMoreLeft = true;
            while (isMoreLeft) {
                isMoreLeft = ledger.doQuietWork();
                assertHolds(ledger, user, held);
            }
            assertThat(ledger.usersInMemory()).isEqualTo(4);
        }
    }

    @Test
    void whatAUserHoldsIsFoundWhileItIsMoved() {
        try (SqlLedger ledger = fixture.open(clock)) {
            Drop.issue(ledger, Drop.create(ledger, "c", 10_000, HOUR), users("u", 1, 10_000));
            clock.set(HOUR.endMicros());
            CompletableFuture<Void> move = CompletableFuture.runAsync(() -> doAllQuietWork(ledger));
            int i = 0;
            while (!move.isDone()) {
                UserId user = new UserId("u" + (i++ % 10_000 + 1));
                assertThat(ledger.couponsOf(user, Long.MAX_VALUE, 2)).hasSize(1);
            }
            move.join();
            assertThat(ledger.isHealthy()).isTrue();
        }
    }

    private static void assertHolds(SqlLedger ledger, UserId user, List<UserCoupon> held) {
        for (int limit = 1; limit <= held.size(); limit++) {
            assertThat(ledger.couponsOf(user, Long.MAX_VALUE, limit))
                    .isEqualTo(held.subList(0, limit));
        }
        for (int i = 0; i < held.size(); i++) {
            assertThat(ledger.couponsOf(user, held.get(i).campaignNumber(), 10))
                    .isEqualTo(held.subList(i + 1, held.size()));
        }
    }

    @Test
    void anEndedCampaignLeavesMemoryAndItsUsersAreStillKnown() {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = Drop.create(ledger, "c", 1_000, HOUR);
            Drop.issue(ledger, campaign, users("u", 1, 10));
            clock.set(HOUR.endMicros());
            assertThat(ledger.usersInMemory()).isEqualTo(10);
            assertThat(ledger.doQuietWork()).isFalse();
            assertThat(ledger.usersInMemory()).isZero();
            assertThat(Drop.ordinal(Drop.issue(ledger, campaign, "u4"))).isEqualTo(4);
            assertThat(Drop.issue(ledger, campaign, "x")).isInstanceOf(Verdict.Denied.class);
        }
    }

    @Test
    void aCampaignThatIsEndedEarlyLeavesMemory() {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = Drop.create(ledger, "c", 1_000, HOUR);
            Drop.issue(ledger, campaign, users("u", 1, 10));
            ledger.changeDurably(campaign.id(), OptionalLong.empty(), new CampaignChange.End());
            assertThat(ledger.doQuietWork()).isFalse();
            assertThat(ledger.usersInMemory()).isZero();
        }
    }

    @Test
    void aCampaignWhoseEndIsPutOffDoesNotLeaveMemoryBeforeIt() {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = Drop.create(ledger, "c", 1_000, HOUR);
            Drop.issue(ledger, campaign, users("u", 1, 10));
            CampaignChange later = new CampaignChange.Amend(null, null, null, HOUR.endMicros() + 1);
            ledger.changeDurably(campaign.id(), OptionalLong.empty(), later);
            clock.set(HOUR.endMicros());
            assertThat(ledger.doQuietWork()).isFalse();
            assertThat(ledger.usersInMemory()).isEqualTo(10);
            assertThat(Drop.issue(ledger, campaign, "new")).isInstanceOf(Verdict.Granted.class);
        }
    }

    @Test
    void aRestartReadsNothingOfAnEndedCampaign() {
        Campaign ended;
        Campaign open;
        try (SqlLedger ledger = fixture.open(clock)) {
            ended = Drop.create(ledger, "ended", 1_000, HOUR);
            open = Drop.create(ledger, "open", 1_000);
            Drop.issue(ledger, ended, users("u", 1, 10));
            Drop.issue(ledger, open, users("u", 1, 12));
            clock.set(HOUR.endMicros());
            doAllQuietWork(ledger);
        }
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(ledger.usersInMemory()).isEqualTo(12);
            assertThat(Drop.ordinal(Drop.issue(ledger, ended, "u9"))).isEqualTo(9);
            assertThat(Drop.ordinal(Drop.issue(ledger, open, "u9"))).isEqualTo(9);
        }
    }

    @Test
    void isTakenUpAgainAfterARestart() throws SQLException {
        Campaign campaign;
        try (SqlLedger ledger = fixture.open(clock)) {
            campaign = Drop.create(ledger, "c", 10_000, HOUR);
            Drop.issue(ledger, campaign, users("u", 1, 3_000));
            clock.set(HOUR.endMicros());
            assertThat(ledger.doQuietWork()).isTrue();
        }
        long before = indexed();
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(ledger.usersInMemory()).isEqualTo(3_000);
            doAllQuietWork(ledger);
            assertThat(indexed()).isEqualTo(3_000).isGreaterThan(before);
            assertThat(ledger.usersInMemory()).isZero();
            for (UserId user : users("u", 1, 3_000)) {
                assertThat(ledger.couponsOf(user, Long.MAX_VALUE, 2)).hasSize(1);
            }
        }
    }

    @Test
    void aUserWithTwoCouponsOfACampaignStopsTheLedger() throws SQLException {
        try (SqlLedger ledger = fixture.open(clock)) {
            Drop.issue(ledger, Drop.create(ledger, "c", 1_000, HOUR), users("a", "b"));
        }
        fixture.tamper("UPDATE coupons SET user_id = 'a' WHERE ordinal = 2");
        clock.set(HOUR.endMicros());
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThatThrownBy(ledger::doQuietWork)
                    .isInstanceOf(LedgerException.class)
                    .rootCause()
                    .hasMessageContaining("SQLITE_CONSTRAINT_PRIMARYKEY");
            assertThat(ledger.isHealthy()).isFalse();
            assertThat(ledger.doQuietWork()).isFalse();
        }
    }
}
