package io.firstcome.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.ledger.sql.LedgerOptions;
import io.firstcome.ledger.sql.SqlLedger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

class WarmUpTest {
    @TempDir Path directory;

    @Test
    void itIsADropThatSellsOutOnALedgerOfItsOwn() throws Exception {
        WarmUp.run(directory, InetAddress.getLoopbackAddress());

        LedgerOptions options = new LedgerOptions(InstantSource.system(), new SecureRandom(), null);
        try (SqlLedger ledger = SqlLedger.openSqlite(directory, options)) {
            List<Campaign> campaigns = ledger.campaigns(0, 10);
            assertThat(campaigns)
                    .extracting(campaign -> campaign.id().value())
                    .containsExactly("later", "now");
            assertThat(campaigns.getFirst().issued()).isZero();
            assertThat(campaigns.getLast().issued())
                    .isPositive()
                    .isEqualTo(campaigns.getLast().terms().quantity());
        }
    }
}
