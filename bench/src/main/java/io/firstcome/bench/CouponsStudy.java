package io.firstcome.bench;

import io.firstcome.verify.process.FirstcomeNode;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// Durable issues of one campaign, measured again and again while it grows.
final class CouponsStudy {
    private static final long FIRST = 10_000;
    private static final long LAST = 10_000_000;
    private static final int STEP = 10;
    private static final Duration GROWTH = Duration.ofSeconds(1);

    private final BenchOptions options;
    private final PrintStream out;

    CouponsStudy(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    int run() throws InterruptedException {
        try (Subject subject = CampaignSubject.start(options.launcher(), this::warm)) {
            Measurement measurement = measurement(subject);
            out.println("      coupons before   requests/s   server CPU us   p99 ms");
            for (long coupons = FIRST; coupons <= LAST; coupons *= STEP) {
                measureAt(coupons, measurement);
            }
            String failure = measurement.audit();
            out.print(failure.isEmpty() ? "" : "FAIL: " + failure + "\n");
            return failure.isEmpty() ? 0 : 1;
        }
    }

    /// What is compiled only after a while is not the campaign's size: another one is asked first.
    private CampaignSubject warm(FirstcomeNode node) throws InterruptedException {
        measurement(new DurableIssue(node)).warmUp(options.warmUp());
        return new DurableIssue(node, 2 * LAST);
    }

    private Measurement measurement(Subject subject) {
        Pressure full = Pressure.full(options.connections());
        return new Measurement(subject.name(), subject, full);
    }

    private void measureAt(long coupons, Measurement measurement) throws InterruptedException {
        while (measurement.asked() < coupons) {
            measurement.warmUp(GROWTH);
        }
        long before = measurement.asked();
        measurement.measure(options.measured());
        Round round = measurement.rounds().getLast();
        out.printf(
                Locale.ROOT,
                "%,20d %,12.0f %15.1f %8.2f%n",
                before,
                round.requestsPerSecond(),
                round.serverCpuMicrosPerRequest(),
                round.p99Millis());
    }
}
