package io.firstcome.ledger.sql;

import static io.firstcome.ledger.sql.Drop.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Verdict;
import io.firstcome.testkit.LedgerAudit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A ledger whose memory is too small for the users of the campaigns that are open.
final class CrowdedMemoryTest extends SqliteTest {
    private static final int MAX = 3_000;

    CrowdedMemoryTest() {
        super(MAX);
    }

    @Test
    void oneCampaignThatNeverEndsFits() {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = Drop.create(ledger, "c", CampaignTerms.UNLIMITED);
            for (int first = 1; first <= 10 * MAX; first += 100) {
                Drop.issue(ledger, campaign, users("u", first, first + 99));
                assertThat(ledger.usersInMemory()).isBetween(1L, (long) MAX);
            }
            assertHold(ledger, campaign, 10 * MAX);
            assertThat(Drop.ordinal(Drop.issue(ledger, campaign, "new"))).isEqualTo(10 * MAX + 1);
        }
    }

    private static void assertHold(SqlLedger ledger, Campaign campaign, int count) {
        List<Verdict> verdicts = Drop.issue(ledger, campaign, users("u", 1, count));
        for (int i = 0; i < count; i++) {
            assertThat(verdicts.get(i)).isInstanceOf(Verdict.Held.class);
            assertThat(Drop.ordinal(verdicts.get(i))).isEqualTo(i + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 30, 700})
    void manyCampaignsThatNeverEndFit(int count) {
        SplittableRandom random = new SplittableRandom(count);
        List<Campaign> campaigns = new ArrayList<>();
        try (SqlLedger ledger = fixture.open(clock)) {
            for (int i = 0; i < count; i++) {
                campaigns.add(Drop.create(ledger, "c" + i, CampaignTerms.UNLIMITED));
            }
            for (int i = 0; i < 250; i++) {
                int first = random.nextInt(5_000);
                List<UserId> users = users("u", first, first + random.nextInt(100));
                Drop.issue(ledger, campaigns.get(random.nextInt(count)), users);
                assertThat(ledger.usersInMemory()).isBetween(1L, (long) MAX);
            }
            LedgerAudit.check(ledger);
        }
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(ledger.usersInMemory()).isBetween(1L, (long) MAX);
            LedgerAudit.check(ledger);
        }
    }

    @Test
    void aLedgerThatComesWithTooManyGetsRidOfThemInQuietTimes() {
        Campaign campaign;
        try (SqlLedger roomy = new SqliteFixture(directory).open(clock)) {
            campaign = Drop.create(roomy, "c", CampaignTerms.UNLIMITED);
            Drop.issue(roomy, campaign, users("u", 1, 3 * MAX));
            assertThat(roomy.doQuietWork()).isFalse();
        }
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(ledger.usersInMemory()).isEqualTo(3 * MAX);
            while (ledger.doQuietWork()) {
                assertThat(ledger.isHealthy()).isTrue();
            }
            assertThat(ledger.usersInMemory()).isZero();
            assertHold(ledger, campaign, 3 * MAX);
        }
    }

    @Test
    void nothingIsBroughtToTheDiskWhileThereIsRoom() {
        try (SqlLedger ledger = fixture.open(clock)) {
            Campaign campaign = Drop.create(ledger, "c", CampaignTerms.UNLIMITED);
            Drop.issue(ledger, campaign, users("u", 1, MAX / 2));
            Drop.issue(ledger, campaign, "u1");
            assertThat(ledger.doQuietWork()).isFalse();
            assertThat(ledger.usersInMemory()).isEqualTo(MAX / 2);
        }
    }
}
