package io.firstcome.ledger.sql;

import static io.firstcome.ledger.sql.Drop.START;
import static io.firstcome.ledger.sql.Drop.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange.Amend;
import io.firstcome.core.campaign.CampaignChange.Resume;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.ChangeOutcome.Outdated;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.ledger.CreateOutcome;
import io.firstcome.core.ledger.IssueBatch;
import io.firstcome.core.ledger.LedgerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

final class SqlLedgerTest extends SqliteTest {
    @Test
    void aRestartKeepsEverything() {
        List<Campaign> campaigns;
        List<Issuance> issuances;
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign limited = Drop.create(ledger, "limited", 3, new Window(START, START + 99));
            Drop.create(ledger, "unlimited", CampaignTerms.UNLIMITED);
            Drop.issue(ledger, limited, users("a", "b", "c", "d"));
            campaigns = ledger.campaigns(0, 10);
            issuances = ledger.issuances(limited.number(), 0, 10);
        }
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(ledger.campaigns(0, 10)).hasSize(2).isEqualTo(campaigns);
            assertThat(ledger.issuances(1, 0, 10)).hasSize(3).isEqualTo(issuances);
            assertThat(Drop.issue(ledger, campaigns.getFirst(), "b"))
                    .isEqualTo(new Verdict.Held(issuances.get(1)));
        }
    }

    @Test
    void aRestartFindsTheUsersOfManyPages() {
        Campaign campaign;
        try (SqlLedger ledger = fixture.open(clock)) {
            campaign = Drop.create(ledger, "c", CampaignTerms.UNLIMITED);
            Drop.issue(ledger, campaign, users("user-", 1, 20_000));
        }
        try (SqlLedger ledger = fixture.open(clock)) {
            for (int ordinal : new int[] {1, 4_096, 4_097, 8_192, 8_193, 19_999, 20_000}) {
                Verdict verdict = Drop.issue(ledger, campaign, "user-" + ordinal);
                assertThat(verdict).isInstanceOf(Verdict.Held.class);
                assertThat(Drop.ordinal(verdict)).isEqualTo(ordinal);
            }
            assertThat(Drop.ordinal(Drop.issue(ledger, campaign, "new"))).isEqualTo(20_001);
        }
    }

    @Test
    void aRestartNeedsTheUsersOfNoBlockOfWhichItHasTheTags() throws SQLException {
        Campaign campaign = issueBlocksAndAHalf();
        assertThat(fixture.query("SELECT COUNT(*) FROM user_tags")).isEqualTo(3);
        // Nobody holds this coupon but by its tag.
        fixture.tamper("UPDATE coupons SET user_id = 'x' WHERE ordinal = 100");
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(Drop.ordinal(Drop.issue(ledger, campaign, "x")))
                    .isEqualTo(campaign.issued() + 1);
            assertThat(Drop.ordinal(Drop.issue(ledger, campaign, "user-101"))).isEqualTo(101);
        }
    }

    @Test
    void aRestartReadsTheUsersOfABlockOfWhichItHasNoTags() throws SQLException {
        Campaign campaign = issueBlocksAndAHalf();
        fixture.tamper("DELETE FROM user_tags WHERE first_ordinal = 2049");
        fixture.tamper("UPDATE coupons SET user_id = 'x' WHERE ordinal = 3000");
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(Drop.ordinal(Drop.issue(ledger, campaign, "x"))).isEqualTo(3000);
        }
    }

    @Test
    void aLedgerWithTagsOfOthersIsNotOpened() throws SQLException {
        issueBlocksAndAHalf();
        fixture.tamper("UPDATE user_tags SET tags = zeroblob(8192)");
        assertThatThrownBy(() -> fixture.open(clock))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessageContaining("coupons: not those of");
        fixture.tamper("UPDATE user_tags SET tags = zeroblob(80) WHERE first_ordinal = 2049");
        assertThatThrownBy(() -> fixture.open(clock))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessageContaining("80 bytes (expected: 8192)");
    }

    /// Three blocks of tags and a half, by batches that end within blocks, or reach over two.
    private Campaign issueBlocksAndAHalf() {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = Drop.create(ledger, "blocks", CampaignTerms.UNLIMITED);
            Drop.issue(ledger, campaign, users("user-", 1, 2_000));
            Drop.issue(ledger, campaign, users("user-", 2_001, 6_500));
            Drop.issue(ledger, campaign, users("user-", 6_501, 7_168));
            return campaign.withIssued(7_168);
        }
    }

    @Test
    void usersAreKeptExactlyAsGiven() {
        List<UserId> users =
                users(
                        "a\"b",
                        "\\",
                        "\\u0041",
                        "A",
                        "a",
                        "01",
                        "1",
                        "1.0",
                        "null",
                        "[1]",
                        " ",
                        "가나",
                        "😀",
                        "\u2028",
                        "\ufffe",
                        "x".repeat(128),
                        "{\"k\":1}",
                        "'; --");
        Campaign campaign;
        try (SqlLedger ledger = fixture.open(clock)) {
            campaign = Drop.create(ledger, "c", 100);
            Drop.issue(ledger, campaign, users);
        }
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(ledger.issuances(campaign.number(), 0, 100))
                    .extracting(Issuance::user)
                    .isEqualTo(users);
            assertThat(Drop.issue(ledger, campaign, users))
                    .allSatisfy(held -> assertThat(held).isInstanceOf(Verdict.Held.class))
                    .extracting(Drop::ordinal)
                    .isSorted();
        }
    }

    @Test
    void theClockNeverFallsBehindADecisionOfAnEarlierRun() {
        try (SqlLedger ledger = fixture.open(clock)) {
            Drop.create(ledger, "c", 1);
        }
        clock.step(-3_600_000_000L);
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(ledger.clock().nowMicros()).isEqualTo(START);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theClockNeverFallsBehindACouponOfAProcessThatWasKilled(
            boolean wasQuiet, @TempDir Path copy) throws IOException {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = Drop.create(ledger, "c", 1, new Window(START, START + 701));
            clock.step(700);
            Drop.issue(ledger, campaign, "a");
            if (wasQuiet) {
                clock.step(1);
                assertThat(ledger.doQuietWork()).isFalse();
                assertThat(ledger.usersInMemory()).isZero();
            }
            for (String file : List.of("ledger.db", "ledger.db-wal")) {
                Files.copy(fixture.directory().resolve(file), copy.resolve(file));
            }
        }
        clock.set(0);
        try (SqlLedger ledger = new SqliteFixture(copy).open(clock)) {
            assertThat(ledger.clock().nowMicros()).isEqualTo(START + (wasQuiet ? 701 : 700));
        }
    }

    @Test
    void theClockNeverFallsBehindTheTimeAtWhichTheLedgerWasClosed() {
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(ledger.isHealthy()).isTrue();
            clock.step(500);
        }
        clock.set(0);
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(ledger.clock().nowMicros()).isEqualTo(START + 500);
        }
    }

    @Test
    void theEndIsDurableBeforeItIsTold() throws SQLException {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = Drop.create(ledger, "c", 1, new Window(START, START + 10));
            clock.step(50);
            assertThat(Drop.issue(ledger, campaign, "a"))
                    .isEqualTo(new Verdict.Denied(CampaignState.ENDED));
            assertThat(fixture.query("SELECT clock_floor_micros FROM ledger_state"))
                    .isEqualTo(START + 50);
        }
    }

    @Test
    void nothingIsWrittenWhereNothingIsGranted() throws SQLException {
        try (SqlLedger ledger = fixture.open(clock);
                Connection witness =
                        DriverManager.getConnection("jdbc:sqlite:" + directory + "/ledger.db")) {
            Campaign soldOut = Drop.create(ledger, "sold-out", 1);
            Campaign later = Drop.create(ledger, "later", 1, Window.from(START + 1_000));
            Drop.issue(ledger, soldOut, "a");
            long before = dataVersion(witness);
            clock.step(1);
            Drop.issue(ledger, soldOut, users("a", "b"));
            Drop.issue(ledger, later, users("a", "b"));
            ledger.issueDurably(List.of(new IssueBatch(99, users("a"))));
            assertThat(ledger.changeDurably(later.id(), OptionalLong.of(7), new Resume()))
                    .isEqualTo(new Outdated(1));
            assertThat(dataVersion(witness)).isEqualTo(before);
            Drop.create(ledger, "another", 1);
            assertThat(dataVersion(witness)).isNotEqualTo(before);
        }
    }

    /// Another number after each commit of another connection.
    private static long dataVersion(Connection witness) throws SQLException {
        try (Statement statement = witness.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA data_version")) {
            return row.getLong(1);
        }
    }

    @Test
    void twoBatchesOfOneCampaignInOneActAreAMistake() {
        try (SqlLedger ledger = fixture.open(clock)) {
            IssueBatch batch = new IssueBatch(Drop.create(ledger, "c", 1).number(), users("a"));
            assertThatThrownBy(() -> ledger.issueDurably(List.of(batch, batch)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected: different campaigns");
            assertThat(ledger.isHealthy()).isTrue();
        }
    }

    @Test
    void aMistakeInAChangeDoesNotStopTheLedger() {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = Drop.create(ledger, "c", 1);
            assertThatThrownBy(() ->
                            ledger.changeDurably(
                                    campaign.id(),
                                    OptionalLong.empty(),
                                    new Amend(null, -1, null, null)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(ledger.isHealthy()).isTrue();
            assertThat(Drop.ordinal(Drop.issue(ledger, campaign, "a"))).isEqualTo(1);
        }
    }

    @Test
    void aLedgerWithoutNumbersForMoreCampaignsIsFull() throws SQLException {
        fixture.open(clock).close();
        fixture.tamper("UPDATE ledger_state SET campaigns_created = " + (Campaign.NUMBER_MAX - 1));
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(Drop.create(ledger, "last", 1).number()).isEqualTo(Campaign.NUMBER_MAX);
            CampaignTerms terms = new CampaignTerms("n", 1, Window.from(START));
            assertThat(ledger.createDurably(new CampaignId("more"), terms))
                    .isEqualTo(new CreateOutcome.Full(Campaign.NUMBER_MAX));
            assertThat(ledger.isHealthy()).isTrue();
        }
    }

    @Test
    void theNumberOfADeletedCampaignIsNotUsedAgain() {
        long deleted;
        try (SqlLedger ledger = fixture.open(clock)) {
            deleted = Drop.create(ledger, "c", 1).number();
            ledger.deleteDurably(new CampaignId("c"), OptionalLong.empty());
        }
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(Drop.create(ledger, "c", 1).number()).isGreaterThan(deleted);
        }
    }

    @Test
    void aLedgerThatMissesCouponsIsNotOpened() throws SQLException {
        try (SqlLedger ledger = fixture.open(clock)) {
            Drop.issue(ledger, Drop.create(ledger, "c", 5), users("a", "b", "c"));
        }
        fixture.tamper("DELETE FROM coupons WHERE ordinal = 2");
        assertThatThrownBy(() -> fixture.open(clock))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessageContaining("campaign 1: 2 coupons from ordinal 1 (expected: 3)");
        fixture.tamper("DELETE FROM coupons");
        assertThatThrownBy(() -> fixture.open(clock)).isInstanceOf(LedgerOpenException.class);
    }

    @Test
    void isOpenOnceAtATime() {
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThatThrownBy(() -> SqlLedger.openSqlite(directory, ledgerOptions()))
                    .isInstanceOf(LedgerOpenException.class)
                    .hasMessageContaining("in use by this process");
            assertThat(Drop.create(ledger, "c", 1).number()).isEqualTo(1);
        }
        SqlLedger.openSqlite(directory, ledgerOptions()).close();
    }

    private LedgerOptions ledgerOptions() {
        return fixture.options(clock, null);
    }

    @Test
    void closedItRefusesEverythingAndMayBeClosedAgain() {
        SqlLedger ledger = fixture.open(clock);
        ledger.close();
        ledger.close();
        assertThat(ledger.isHealthy()).isFalse();
        assertThat(ledger.doQuietWork()).isFalse();
        assertThatThrownBy(() -> ledger.issueDurably(List.of()))
                .isInstanceOfSatisfying(
                        LedgerException.class, e -> assertThat(e.isNotAttempted()).isTrue());
        assertThatThrownBy(() -> ledger.campaigns(0, 1)).isInstanceOf(LedgerException.class);
    }

    @Test
    void handsOverAllHoldersOfManyPages() {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = Drop.create(ledger, "c", CampaignTerms.UNLIMITED);
            List<UserId> users = users("user-", 1, 8_192);
            Drop.issue(ledger, campaign, users);
            List<UserId> holders = new ArrayList<>();
            ledger.forEachHolder(campaign.number(), holders::add);
            assertThat(holders).containsExactlyInAnyOrderElementsOf(users);
        }
    }
}
