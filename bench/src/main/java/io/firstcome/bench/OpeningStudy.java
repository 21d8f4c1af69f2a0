package io.firstcome.bench;

import io.firstcome.check.Checker;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.verify.Verify;
import io.firstcome.verify.process.FirstcomeNode;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Drop after drop on one server that has just started, each judged and then all together: how long
/// the first coupon takes, how long all of them, and the worst case.
///
/// @param kind what the drops are like
/// @param isStrict whether a warning fails the study
record OpeningStudy(Function<BenchOptions, Drops> kind, boolean isStrict) implements Experiment {
    /// The server has warmed up by then.
    private static final Duration SETTLING = Duration.ofSeconds(8);

    /// Drops of another server, after which the generator has warmed up too.
    private static final int DROPS_BEFORE = 2;

    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @Override
    public StudyResult run(BenchOptions options, PrintStream out) throws InterruptedException {
        Drops drops = kind.apply(options);
        out.println(options.rounds() + " openings: " + drops);
        Series before = new Series(NOWHERE);
        before.hold(DROPS_BEFORE, drops, options);
        Series series = new Series(out);
        series.hold(options.rounds(), drops, options);
        return new OpeningResult(
                drops, isStrict, series.openings, Checker.checkTogether(series.histories));
    }

    /// Drops of one server.
    private static final class Series {
        private final PrintStream out;
        private final List<Opening> openings = new ArrayList<>();

        /// What was issued; without the asks, which are judged.
        private final List<History> histories = new ArrayList<>();

        Series(PrintStream out) {
            this.out = out;
        }

        void hold(int count, Drops drops, BenchOptions options) throws InterruptedException {
            try (FirstcomeNode node = FirstcomeNode.start(options.launcher())) {
                Thread.sleep(SETTLING);
                for (int number = 1; number <= count; number++) {
                    Measurement.leaveNothingBehind();
                    add(number, Verify.drop(drops.drop(node, number), NOWHERE));
                }
            }
        }

        private void add(int number, History history) {
            Opening opening = Opening.of(history);
            out.println("  " + number + ": " + opening);
            openings.add(opening);
            histories.add(
                    new History(
                            history.campaign(),
                            history.clockUncertaintyNanos(),
                            List.of(),
                            Listing.EMPTY,
                            history.after()));
        }
    }
}
