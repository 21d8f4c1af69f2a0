package io.firstcome.verify.report;

import org.HdrHistogram.Histogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a running drop looks like, as lines of text. Not thread-safe, but for the tally it reads.
final class LiveText {
    private static final int BAR_WIDTH = 30;
    private static final int WIDTH_MAX = 78;
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Tally tally;
    private final long expected;
    private final long openNanos;
    private final Rate rate;
    private final Histogram latencyNanos = new Histogram(SIGNIFICANT_DIGITS);

    /// @param openNanos the opening, as a `System.nanoTime()`
    LiveText(Tally tally, long expected, long openNanos) {
        this.tally = tally;
        this.expected = expected;
        this.openNanos = openNanos;
        rate = new Rate(System.nanoTime());
    }

    /// Some short lines for a terminal.
    List<String> lines(long nowNanos) {
        List<String> lines = new ArrayList<>();
        lines.add(bar(tally.total(), expected) + "  " + asked(nowNanos));
        lines.add(opening(nowNanos - openNanos) + latency());
        lines.addAll(kinds());
        return lines;
    }

    /// Everything of importance in one line.
    String line(long nowNanos) {
        return String.format(
                Locale.ROOT,
                "%s, %,d coupons, %,d unknown",
                asked(nowNanos),
                tally.of(OutcomeKind.NEW),
                tally.of(OutcomeKind.UNKNOWN));
    }

    private String asked(long nowNanos) {
        long total = tally.total();
        return String.format(
                Locale.ROOT,
                "%,d of %,d asks, %,d/s",
                total,
                expected,
                rate.perSecond(nowNanos, total));
    }

    static String bar(long done, long expected) {
        int filled = (int) Math.min(BAR_WIDTH, done * BAR_WIDTH / Math.max(1, expected));
        return "[" + "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled) + "]";
    }

    private static String opening(long sinceNanos) {
        return String.format(
                Locale.ROOT,
                sinceNanos < 0 ? "opens in %.1f s" : "opened %.1f s ago",
                Math.abs(sinceNanos) / 1e9);
    }

    private String latency() {
        tally.drainLatencies(latencyNanos);
        if (latencyNanos.getTotalCount() == 0) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "   p50 %.2f ms   p99 %.2f ms   worst %.2f ms",
                latencyNanos.getValueAtPercentile(50) / 1e6,
                latencyNanos.getValueAtPercentile(99) / 1e6,
                latencyNanos.getMaxValue() / 1e6);
    }

    /// The kinds that have occurred, as many in a line as there is room for.
    private List<String> kinds() {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (OutcomeKind kind : OutcomeKind.values()) {
            if (tally.of(kind) > 0) {
                String text = String.format(Locale.ROOT, "%s %,d", kind.label(), tally.of(kind));
                if (line.length() + 3 + text.length() > WIDTH_MAX) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : "   ").append(text);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
