package io.firstcome.ledger.sql;

import static io.firstcome.ledger.sql.Drop.START;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.code.CodeKey;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.Verdict;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/// Coupons that are brought into an embedded ledger which has room for few users in memory.
final class EmbeddedImportTest extends SqliteTest {
    private static final int USERS_IN_MEMORY_MAX = 1_000;
    private static final int TOGETHER = 500;
    private static final int COUPONS = 7_000;

    private final LedgerImport.Origin origin =
            new LedgerImport.Origin("a1".repeat(32), new CodeKey(new byte[16]), START + 99);
    private final Campaign campaign =
            Campaign.create(
                    7,
                    new CampaignId("c"),
                    new CampaignTerms("n", CampaignTerms.UNLIMITED, Window.from(START)),
                    START);

    EmbeddedImportTest() {
        super(USERS_IN_MEMORY_MAX);
    }

    private LedgerImport fill() {
        return LedgerImport.openSqlite(directory, fixture.options(clock, null), origin);
    }

    private static List<Issuance> coupons(int first) {
        return IntStream.range(first, first + TOGETHER)
                .mapToObj(i -> new Issuance(i, Drop.users("user-" + i).getFirst(), START + i / 7))
                .toList();
    }

    @Test
    void whoIsTooManyForMemoryIsFoundOnTheDisk() throws SQLException {
        int done = 0;
        while (done < COUPONS) {
            // As if each had been broken off.
            try (LedgerImport filling = fill()) {
                assertThat(filling.beginDurably(campaign)).isEqualTo(done);
                filling.addDurably(campaign, coupons(done + 1));
                filling.addDurably(campaign, coupons(done + TOGETHER + 1));
                done += 2 * TOGETHER;
                if (done == COUPONS) {
                    filling.finishDurably();
                }
            }
        }
        assertThat(fixture.query("SELECT COUNT(*) FROM user_coupons"))
                .isGreaterThan(COUPONS - 2 * USERS_IN_MEMORY_MAX);
        assertThat(fixture.query("SELECT COUNT(*) FROM user_tags"))
                .isEqualTo(COUPONS / UserTagTable.BLOCK);
        try (SqlLedger ledger = fixture.open(clock)) {
            assertThat(ledger.clock().nowMicros()).isGreaterThanOrEqualTo(START + 99);
            for (int ordinal = 1; ordinal <= COUPONS; ordinal += 333) {
                assertThat(Drop.issue(ledger, campaign, "user-" + ordinal))
                        .isEqualTo(
                                new Verdict.Held(ledger.issuances(7, ordinal - 1, 1).getFirst()));
            }
            assertThat(Drop.ordinal(Drop.issue(ledger, campaign, "new"))).isEqualTo(COUPONS + 1);
        }
    }

    @Test
    void theNextCouponsOnlyAreTaken() {
        try (LedgerImport filling = fill()) {
            filling.beginDurably(campaign);
            filling.addDurably(campaign, coupons(1));
            assertThatThrownBy(() -> filling.addDurably(campaign, coupons(1)))
                    .hasMessageContaining("ledger: failed before the commit");
        }
    }

    @Test
    void anOriginIsNamedByItsDigits() {
        assertThatThrownBy(() -> new LedgerImport.Origin("ab", origin.codeKey(), 0))
                .hasMessage("print: ab (expected: 64 digits)");
    }
}
