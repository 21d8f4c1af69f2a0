package io.firstcome.verify;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Shows how a run gets on: a bar that is redrawn on a terminal, now and then a line elsewhere.
final class Progress implements AutoCloseable {
    private static final int BAR_WIDTH = 30;
    private static final long REDRAW_MILLIS = 100;
    private static final long LINE_MILLIS = 2_000;

    private final PrintStream out;
    private final Tally tally;
    private final int expected;
    private final boolean terminal;
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("verify-progress").factory());

    /// @param expected how many asks there will be, retries aside
    Progress(PrintStream out, Tally tally, int expected) {
        this.out = out;
        this.tally = tally;
        this.expected = expected;
        terminal = isTerminal() && out.equals(System.out);
        long period = terminal ? REDRAW_MILLIS : LINE_MILLIS;
        Future<?> _ = ticker.scheduleAtFixedRate(this::show, period, period, TimeUnit.MILLISECONDS);
    }

    /// The console is null on JDK 25 where there is no terminal, whatever the check believes.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private synchronized void show() {
        if (terminal) {
            out.print("\r" + bar(tally.total(), expected) + " " + line());
            out.flush();
        } else {
            out.println(line());
        }
    }

    static String bar(long done, long expected) {
        int filled = (int) Math.min(BAR_WIDTH, done * BAR_WIDTH / Math.max(1, expected));
        return "[" + "#".repeat(filled) + ".".repeat(BAR_WIDTH - filled) + "]";
    }

    private String line() {
        return String.format(
                Locale.ROOT,
                "%,d of %,d asks, %,d coupons, %,d unknown",
                tally.total(),
                expected,
                tally.of(Tally.Kind.NEW),
                tally.of(Tally.Kind.UNKNOWN));
    }

    /// Shows the last state and stops.
    @Override
    public void close() {
        ticker.shutdownNow();
        show();
        if (terminal) {
            out.println();
        }
    }
}
