package io.firstcome.bench;

import io.firstcome.check.Finding;
import io.firstcome.verify.Crowd;
import io.firstcome.verify.Target;
import io.firstcome.verify.Verify;
import io.firstcome.verify.VerifyOptions;
import io.firstcome.verify.process.FirstcomeNode;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// Drop after drop on one server, with everybody waiting and asking before the start: how long the
/// first coupon takes, how long all of them, and the worst case.
final class OpeningStudy {
    private static final int COUPONS = 1_000;
    private static final int USERS = 20_000;
    private static final int ASKS = 3;

    /// The server has warmed up by then.
    private static final Duration SETTLING = Duration.ofSeconds(8);

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    private final BenchOptions options;
    private final PrintStream out;
    private final List<Opening> openings = new ArrayList<>();

    OpeningStudy(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /// Returns the exit code: 1 when a promise was broken.
    int run() throws InterruptedException {
        out.printf(
                Locale.ROOT,
                "%d openings of %,d coupons, %,d users who ask %d times over %,d connections%n",
                options.rounds(),
                COUPONS,
                USERS,
                ASKS,
                options.connections());
        try (FirstcomeNode node = FirstcomeNode.start(options.launcher())) {
            Thread.sleep(SETTLING);
            for (int round = 1; round <= options.rounds(); round++) {
                openings.add(open(node, round));
            }
        }
        print("first coupon", Opening::firstNanos);
        print("all coupons", Opening::allNanos);
        return openings.stream().allMatch(opening -> opening.broken().isEmpty()) ? 0 : 1;
    }

    private Opening open(FirstcomeNode node, int seed) throws InterruptedException {
        VerifyOptions drop =
                new VerifyOptions(
                        new Target(node.adminUrl(), node.issueUrl(), null),
                        new Crowd(USERS, ASKS, options.connections(), seed),
                        COUPONS,
                        VerifyOptions.DEFAULT_LEAD,
                        VerifyOptions.DEFAULT_RETRY_UNKNOWN_FOR);
        Opening opening = Opening.of(Verify.drop(drop, NOWHERE));
        out.printf(
                Locale.ROOT,
                "  first %6.2f ms, all %6.2f ms (+/- %.2f ms)%n",
                millis(opening.firstNanos()),
                millis(opening.allNanos()),
                millis(opening.uncertaintyNanos()));
        for (Finding finding : opening.broken()) {
            out.println("  BROKEN " + finding.promise() + ": " + finding.evidence());
        }
        return opening;
    }

    private void print(String what, ToLongFunction<Opening> figure) {
        List<Long> sorted =
                openings.stream()
                        .map(figure::applyAsLong)
                        .sorted(Comparator.naturalOrder())
                        .toList();
        out.printf(
                Locale.ROOT,
                "%-12s after the start: best %.2f, median %.2f, worst %.2f ms%n",
                what,
                millis(sorted.getFirst()),
                millis(sorted.get(sorted.size() / 2)),
                millis(sorted.getLast()));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
