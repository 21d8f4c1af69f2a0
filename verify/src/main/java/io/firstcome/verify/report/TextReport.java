package io.firstcome.verify.report;

import io.firstcome.check.Ask;
import io.firstcome.check.Campaign;
import io.firstcome.check.Finding;
import io.firstcome.check.History;
import io.firstcome.check.Verdict;
import io.firstcome.verify.load.LoadSummary;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// What a run prints.
public final class TextReport {
    /// Where the violations stand that the evidence only counts.
    static final String ABRIDGED =
            "Each violation, up to 1,000 of a promise, is named in the file of --json;"
                    + " --replay of a saved history writes it, too.";

    private final PrintStream out;

    public TextReport(PrintStream out) {
        this.out = out;
    }

    /// Says what is about to happen.
    ///
    /// @param manner who asks whom, and how, as sentences
    public void announce(Campaign campaign, long clockUncertaintyNanos, List<String> manner) {
        line(
                String.format(
                        Locale.ROOT,
                        "campaign %s, opening at %s%s",
                        campaign.id(),
                        campaign.start(),
                        campaign.end() == null ? "" : ", ending at " + campaign.end()));
        line(
                String.format(
                        Locale.ROOT,
                        "%s; %s",
                        campaign.limit() == null
                                ? "unlimited coupons"
                                : String.format(Locale.ROOT, "%,d coupons", campaign.limit()),
                        manner.getFirst()));
        manner.stream().skip(1).forEach(this::line);
        line(
                String.format(
                        Locale.ROOT,
                        "server's clock known to +/- %.3f ms",
                        clockUncertaintyNanos / 1e6));
    }

    /// The answers by kind and how long they took.
    public void answers(List<Ask> asks) {
        out.println();
        Outcomes outcomes = Outcomes.of(asks);
        outcomes.counts()
                .forEach((kind, count) ->
                        line(String.format(Locale.ROOT, "  %-20s %,12d", kind.label(), count)));
        outcomes.causes()
                .forEach((cause, count) ->
                        line(String.format(Locale.ROOT, "    %,d %s", count, cause)));
        latencies(asks);
    }

    /// What people waited, and the parts of it before and after a request was sent, where that was
    /// not as it was due.
    private void latencies(List<Ask> asks) {
        String sinceDue = percentiles(Latency.sinceDue(asks));
        String sinceSent = percentiles(Latency.sinceSent(asks));
        line("  latency since due: " + sinceDue);
        if (!sinceSent.equals(sinceDue)) {
            line("  latency since sent: " + sinceSent);
            line("  asked late: " + percentiles(Latency.untilSent(asks)));
        }
    }

    private static String percentiles(Latency latency) {
        return String.format(
                Locale.ROOT,
                "p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, worst %.2f ms",
                latency.p50() / 1e6,
                latency.p90() / 1e6,
                latency.p99() / 1e6,
                latency.p999() / 1e6,
                latency.max() / 1e6);
    }

    /// What did not go as planned while asking.
    ///
    /// @param planned how many asks there were to be, retries aside
    public void load(LoadSummary load, int planned) {
        if (load.sent() < planned) {
            line(
                    String.format(
                            Locale.ROOT,
                            "  stopped early: only %,d of %,d asks could be sent",
                            load.sent(),
                            planned));
        }
        if (load.connectFailures() > 0) {
            line(String.format(Locale.ROOT, "  %,d failed connects", load.connectFailures()));
        }
    }

    /// In which order people asked and were served. Where requests are under way at the same time,
    /// networks and queues may swap them, so this is no promise.
    public void order(History history) {
        Queue queue = Queue.of(history);
        Queue.Overtaking largest = queue.largest();
        if (largest != null) {
            line(
                    String.format(
                            Locale.ROOT,
                            "  order: %,d of %,d pairs of winners are swapped (%.2f %%), none by"
                                    + " more than %.2f ms",
                            queue.overtakings(),
                            queue.pairs(),
                            100.0 * queue.overtakings() / queue.pairs(),
                            largest.nanos() / 1e6));
        }
    }

    /// The promises one by one, then the verdict in one line.
    public void verdict(Verdict verdict) {
        out.println();
        for (Finding finding : verdict.findings()) {
            line(
                    String.format(
                            Locale.ROOT,
                            "  %-4s  %-29s %s",
                            finding.result(),
                            finding.promise(),
                            finding.evidence()));
        }
        if (verdict.findings().stream().anyMatch(Finding::isAbridged)) {
            line("  " + ABRIDGED);
        }
        out.println();
        line(sentence(verdict));
    }

    /// The verdict in one line.
    static String sentence(Verdict verdict) {
        int promises = verdict.findings().size();
        if (!verdict.passed()) {
            return "FAIL: %d of %d promises broken".formatted(verdict.broken(), promises)
                    + unjudged(verdict);
        }
        String warned = verdict.warnings() > 0 ? ", " + verdict.warnings() + " warned" : "";
        String doubtful = warned + unjudged(verdict);
        return doubtful.isEmpty()
                ? "PASS: all %d promises kept".formatted(promises)
                : "PASS: none of %d promises broken".formatted(promises) + doubtful;
    }

    private static String unjudged(Verdict verdict) {
        return verdict.skipped() > 0 ? ", " + verdict.skipped() + " not judged" : "";
    }

    /// Codes, names and causes are the server's: what would steer a terminal is not printed.
    private void line(String text) {
        StringBuilder printable = new StringBuilder(text);
        for (int index = 0; index < text.length(); index++) {
            if (Character.isISOControl(text.charAt(index))) {
                printable.setCharAt(index, '\uFFFD');
            }
        }
        out.println(printable);
    }
}
