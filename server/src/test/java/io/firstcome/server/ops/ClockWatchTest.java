package io.firstcome.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.time.LedgerClock;
import io.firstcome.testkit.RecordedLog;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

class ClockWatchTest {
    private final RecordedLog log = new RecordedLog(ClockWatch.class);
    private final List<String> told = log.messages();
    private long ledgerMicros;
    private long doubtMicros;
    private final LedgerClock ledger =
            new LedgerClock() {
                @Override
                public long nowMicros() {
                    return ledgerMicros;
                }

                @Override
                public long doubtMicros() {
                    return doubtMicros;
                }
            };
    private final ClockWatch watch = new ClockWatch(ledger, () -> Instant.ofEpochSecond(100));

    @AfterEach
    void close() {
        log.close();
        watch.close();
    }

    private void look(double ledgerSeconds) {
        ledgerMicros = (long) (ledgerSeconds * 1e6);
        watch.look();
    }

    @Test
    void clocksThatAgreeAreNoNews() {
        look(100);
        look(100.9);
        look(99.1);
        assertThat(told).isEmpty();
    }

    @Test
    void clocksThatAreApartAreToldOnceEachTime() {
        look(105);
        look(106);
        assertThat(told)
                .containsExactly(
                        "clock: this machine's is 5.0 s behind the ledger's, by which everything"
                                + " is decided (expected: within 1 s; is NTP at work on both?)");
        look(100);
        look(95);
        assertThat(told).hasSize(2);
        assertThat(told.getLast()).contains("5.0 s before the ledger's");
    }

    @Test
    void whatMayBeDoubtIsNotHeldAgainstAClock() {
        doubtMicros = 5_000_000;
        look(105);
        assertThat(told).isEmpty();
        look(107);
        assertThat(told).hasSize(1);
    }

    @Test
    void theMetricsTellHowFarApartTheyAre() {
        Metrics metrics = new Metrics();
        watch.showIn(metrics);
        ledgerMicros = 102_500_000;
        doubtMicros = 1_500;
        assertThat(metrics.scrape())
                .contains(
                        "firstcome_clock_offset_seconds 2.5",
                        "firstcome_clock_doubt_seconds 0.0015");
    }
}
