package io.firstcome.verify.report;

import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Shows how a run gets on: a few lines that are redrawn on a terminal, now and then a line
/// elsewhere.
public final class LiveView implements AutoCloseable {
    private static final long REDRAW_MILLIS = 100;
    private static final long LINE_MILLIS = 2_000;
    private static final String ESCAPE = "\u001b[";

    /// Lines longer than the terminal is wide are cut, so that they stay one line each.
    private static final String NO_WRAP = ESCAPE + "?7l";

    private static final String WRAP = ESCAPE + "?7h";
    private static final String CLEAR_BELOW = ESCAPE + "J";

    private final PrintStream out;
    private final LiveText text;
    private final boolean terminal;
    private int drawn;
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("verify-progress").factory());

    LiveView(PrintStream out, LiveText text, boolean terminal) {
        this.out = out;
        this.text = text;
        this.terminal = terminal;
    }

    /// Begins to show; until closed.
    ///
    /// @param expected how many asks there will be, retries aside
    /// @param openNanos the opening, as a `System.nanoTime()`
    public static LiveView start(PrintStream out, Tally tally, long expected, long openNanos) {
        boolean terminal = out.equals(System.out) && isTerminal();
        LiveView view = new LiveView(out, new LiveText(tally, expected, openNanos), terminal);
        long period = terminal ? REDRAW_MILLIS : LINE_MILLIS;
        Future<?> _ =
                view.ticker.scheduleAtFixedRate(view::show, period, period, TimeUnit.MILLISECONDS);
        return view;
    }

    /// The console is null on JDK 25 where there is no terminal, whatever the check believes.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null
                && console.isTerminal()
                && !"dumb".equals(System.getenv().getOrDefault("TERM", "dumb"));
    }

    synchronized void show() {
        if (terminal) {
            List<String> lines = text.lines(System.nanoTime());
            out.print(erased() + NO_WRAP + String.join("\n", lines) + "\n" + WRAP);
            out.flush();
            drawn = lines.size();
        } else {
            out.println(text.line(System.nanoTime()));
        }
    }

    /// Goes back to where the last picture began.
    private String erased() {
        return drawn == 0 ? "" : ESCAPE + drawn + "A\r" + CLEAR_BELOW;
    }

    /// Stops, and leaves the last state to be seen.
    @Override
    public void close() {
        ticker.shutdownNow();
        show();
    }
}
