package io.firstcome.verify.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One axis of a chart.
///
/// @param min its low end; more than 0 when logarithmic
/// @param max its high end, more than `min`
/// @param logarithmic whether each step is a multiple and not a sum
record Axis(String label, double min, double max, boolean logarithmic) {
    private static final int TICKS_MAX = 8;

    static Axis linear(String label, double min, double max) {
        return new Axis(label, min, Math.max(max, min + 1), false);
    }

    static Axis linear(String label, long min, long max) {
        return linear(label, (double) min, (double) max);
    }

    /// From a power of ten to another, with both values between them.
    static Axis logarithmic(String label, double least, double most) {
        double low = Math.floor(Math.log10(least));
        double high = Math.max(low + 1, Math.ceil(Math.log10(most)));
        return new Axis(label, Math.pow(10, low), Math.pow(10, high), true);
    }

    /// Where a value is: 0 at the low end, 1 at the high end.
    double position(double value) {
        return logarithmic
                ? Math.log(Math.clamp(value, min, max) / min) / Math.log(max / min)
                : (Math.clamp(value, min, max) - min) / (max - min);
    }

    /// Round values to be marked.
    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        double step = step();
        // + 0: rounding up to 0 gives -0, which would be shown
        double tick = logarithmic ? min : Math.ceil(min / step) * step + 0;
        while (tick <= max * (1 + 1e-9)) {
            ticks.add(tick);
            tick = logarithmic ? tick * 10 : tick + step;
        }
        return ticks;
    }

    /// The smallest of 1, 2, 5, 10, 20, ... that does not give too many ticks.
    private double step() {
        double step = 1;
        for (int times = 0; (max - min) / step > TICKS_MAX; times++) {
            step = times % 3 == 1 ? step * 2.5 : step * 2;
        }
        return step;
    }

    /// A tick as a person reads it.
    static String text(double tick) {
        return tick >= 1 || tick <= 0
                ? String.format(Locale.ROOT, "%,.0f", tick)
                : String.format(Locale.ROOT, "%.3f", tick).replaceAll("0+$", "");
    }
}
