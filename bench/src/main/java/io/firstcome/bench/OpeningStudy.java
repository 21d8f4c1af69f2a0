package io.firstcome.bench;

import io.firstcome.verify.Crowd;
import io.firstcome.verify.Target;
import io.firstcome.verify.Verify;
import io.firstcome.verify.VerifyOptions;
import io.firstcome.verify.process.FirstcomeNode;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Drop after drop on one server, with everybody waiting and asking before the start: how long the
/// first coupon takes, how long all of them, and the worst case.
record OpeningStudy() implements Experiment {
    private static final int COUPONS = 1_000;
    private static final int USERS = 20_000;
    private static final int ASKS = 3;

    /// The server has warmed up by then.
    private static final Duration SETTLING = Duration.ofSeconds(8);

    /// Drops of another server, after which the generator has warmed up too.
    private static final int DROPS_BEFORE = 2;

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @Override
    public StudyResult run(BenchOptions options, PrintStream out) throws InterruptedException {
        out.printf(
                Locale.ROOT,
                "%d openings of %,d coupons, %,d users who ask %d times over %,d connections%n",
                options.rounds(),
                COUPONS,
                USERS,
                ASKS,
                options.connections());
        hold(DROPS_BEFORE, options, NOWHERE);
        return new OpeningResult(COUPONS, hold(options.rounds(), options, out));
    }

    /// Holds drops of a new server.
    private static List<Opening> hold(int drops, BenchOptions options, PrintStream out)
            throws InterruptedException {
        List<Opening> openings = new ArrayList<>();
        try (FirstcomeNode node = FirstcomeNode.start(options.launcher())) {
            Thread.sleep(SETTLING);
            for (int round = 1; round <= drops; round++) {
                Opening opening = open(node, options, round);
                out.println("  " + opening);
                openings.add(opening);
            }
        }
        return openings;
    }

    private static Opening open(FirstcomeNode node, BenchOptions options, int seed)
            throws InterruptedException {
        VerifyOptions drop =
                new VerifyOptions(
                        new Target(node.adminUrl(), node.issueUrl(), null),
                        new Crowd(USERS, ASKS, options.connections(), seed),
                        COUPONS,
                        VerifyOptions.DEFAULT_LEAD,
                        VerifyOptions.DEFAULT_RETRY_UNKNOWN_FOR);
        return Opening.of(Verify.drop(drop, NOWHERE));
    }
}
