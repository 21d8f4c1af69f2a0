package io.firstcome.verify;

import io.firstcome.check.Ask;
import io.firstcome.check.Campaign;
import io.firstcome.check.Finding;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.verify.load.LoadSummary;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What a run prints.
final class Report {
    private static final double NANOS_PER_MILLI = 1e6;

    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    /// Says what is about to happen, with the seed that makes it happen again.
    void announce(Campaign campaign, Crowd crowd, long uncertaintyNanos) {
        out.printf(Locale.ROOT, "campaign %s, opening at %s%n", campaign.id(), campaign.start());
        out.printf(
                Locale.ROOT,
                "%s coupons; %,d users ask %d times each over %,d connections; seed %d%n",
                campaign.limit() == null ? "unlimited" : campaign.limit().toString(),
                crowd.users(),
                crowd.asks(),
                crowd.connections(),
                crowd.seed());
        out.printf(
                Locale.ROOT,
                "server's clock known to +/- %.3f ms%n",
                uncertaintyNanos / NANOS_PER_MILLI);
    }

    /// The answers by kind and how long they took.
    ///
    /// @param planned how many asks there were to be, retries aside
    void answers(Recorder recorder, LoadSummary load, int planned) {
        out.println();
        for (Tally.Kind kind : Tally.Kind.values()) {
            if (recorder.tally().of(kind) > 0) {
                out.printf(Locale.ROOT, "  %-20s %,12d%n", kind.label(), recorder.tally().of(kind));
            }
        }
        causes(recorder);
        if (load.sent() < planned) {
            out.printf(
                    Locale.ROOT,
                    "  stopped early: only %,d of %,d asks could be sent%n",
                    load.sent(),
                    planned);
        }
        out.printf("  %s%n", recorder.delays().sentence());
        out.printf(Locale.ROOT, "  %,d failed connects%n", load.connectFailures());
    }

    private void causes(Recorder recorder) {
        Map<String, Long> causes = new TreeMap<>();
        for (Ask ask : recorder.asks()) {
            if (ask.outcome() instanceof Unknown(String cause)) {
                causes.merge(cause, 1L, Long::sum);
            }
        }
        causes.forEach((cause, count) -> out.printf(Locale.ROOT, "    %,d %s%n", count, cause));
    }

    /// The promises one by one, then the verdict in one line.
    void verdict(Verdict verdict) {
        out.println();
        for (Finding finding : verdict.findings()) {
            out.printf(
                    Locale.ROOT,
                    "  %-4s  %-29s %s%n",
                    finding.result(),
                    finding.promise(),
                    finding.evidence());
        }
        out.println();
        int promises = verdict.findings().size();
        if (!verdict.passed()) {
            out.printf(Locale.ROOT, "FAIL: %d of %d promises broken%n", verdict.broken(), promises);
        } else if (verdict.warnings() + verdict.skipped() > 0) {
            out.printf(
                    Locale.ROOT,
                    "PASS: none of %d promises broken, %d warned%s%n",
                    promises,
                    verdict.warnings(),
                    verdict.skipped() == 0 ? "" : ", " + verdict.skipped() + " not told");
        } else {
            out.printf(Locale.ROOT, "PASS: all %d promises kept%n", promises);
        }
    }
}
