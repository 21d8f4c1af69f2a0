package io.firstcome.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toMap;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.ledger.sql.LedgerOpenException;
import io.firstcome.ledger.sql.LedgerOptions;
import io.firstcome.ledger.sql.SqlLedger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

class WarmUpTest {
    @TempDir Path directory;

    @Test
    void itIsDropsOfEveryKindOfAnswerOnLedgersOfTheirOwn() throws Exception {
        WarmUp.run(directory, InetAddress.getLoopbackAddress());

        for (int turn = 0; turn < WarmUp.SERVERS; turn++) {
            assertDrop(directory.resolve("server-" + turn));
        }
    }

    private static void assertDrop(Path ledgerDirectory) throws LedgerOpenException {
        LedgerOptions options = new LedgerOptions(InstantSource.system(), new SecureRandom(), null);
        try (SqlLedger ledger = SqlLedger.openSqlite(ledgerDirectory, options)) {
            Map<String, Integer> issued =
                    ledger.campaigns(0, 100).stream()
                            .collect(toMap(each -> each.id().value(), Campaign::issued));
            // The operators of two clients make one each with each visit.
            assertThat(issued)
                    .hasSize(3 + 2 * WarmUp.VISITS)
                    .containsKeys(WarmUp.LATER, WarmUp.NOW, WarmUp.GONE);
            assertThat(issued).containsEntry(WarmUp.LATER, 0).containsEntry(WarmUp.GONE, 1);
            // Everybody asks four times.
            assertThat(issued.get(WarmUp.NOW)).isBetween(250, 500);
            assertThat(issued.values().stream().filter(count -> count > 0)).hasSize(2);
        }
    }
}
