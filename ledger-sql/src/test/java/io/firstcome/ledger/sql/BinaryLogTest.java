package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BinaryLogTest {
    @Test
    void whereThereIsNoneNothingIsLostByIt() {
        assertThat(new BinaryLog(false, false, false).warnings()).isEmpty();
        assertThat(new BinaryLog(false, true, false).warnings()).isEmpty();
        assertThat(new BinaryLog(false, false, true).warnings()).isEmpty();
    }

    @Test
    void oneThatIsSyncedAndAwaitedPromisesAll() {
        assertThat(new BinaryLog(true, true, true).warnings()).isEmpty();
    }

    @Test
    void whatIsNotPromisedIsSaid() {
        assertThat(new BinaryLog(true, false, true).warnings())
                .singleElement()
                .asString()
                .startsWith("sync_binlog is not 1");
        assertThat(new BinaryLog(true, true, false).warnings())
                .singleElement()
                .asString()
                .startsWith("semi-synchronous replication is off")
                .endsWith("a failover may lose coupons that were told as issued");
        assertThat(new BinaryLog(true, false, false).warnings())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("sync_binlog is not 1"),
                        second -> assertThat(second).startsWith("semi-synchronous"));
    }
}
