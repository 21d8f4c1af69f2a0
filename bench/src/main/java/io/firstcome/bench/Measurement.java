package io.firstcome.bench;

import io.firstcome.verify.client.ApiException;
import io.firstcome.verify.load.HttpLoad;
import io.firstcome.verify.load.LoadOptions;
import io.firstcome.verify.load.LoadSummary;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Presses one subject round by round and keeps what was seen.
final class Measurement {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration PRESS_LIMIT = Duration.ofHours(2);
    private static final int USERS_MAX = 1_000_000_000;

    private final String name;
    private final Subject subject;
    private final Supplier<Pressure> pressure;
    private final List<Round> rounds = new ArrayList<>();
    private @Nullable Round latest;
    private Counts counts = Counts.NONE;
    private String wrongExample = "";
    private int nextUser;

    /// @param name as the results name it
    /// @param pressure asked each time the subject is pressed
    Measurement(String name, Subject subject, Supplier<Pressure> pressure) {
        this.name = name;
        this.subject = subject;
        this.pressure = pressure;
    }

    String name() {
        return name;
    }

    Subject subject() {
        return subject;
    }

    /// How many have asked so far.
    int asked() {
        return nextUser;
    }

    List<Round> rounds() {
        return rounds;
    }

    /// What the last window showed, that of the warm-up before the first round.
    ///
    /// @throws IllegalStateException before the warm-up
    Round latest() {
        if (latest == null) {
            throw new IllegalStateException(name + ": not watched yet");
        }
        return latest;
    }

    /// Presses for a while. The second half is watched as a round is, so that the generator has
    /// done that, too, but it is none.
    void warmUp(Duration duration) throws InterruptedException {
        Duration half = duration.dividedBy(2);
        press(
                USERS_MAX,
                press -> {
                    Thread.sleep(half);
                    watch(press.traffic(), half);
                });
    }

    /// Presses without measuring until so many have asked since the beginning.
    void askUntil(int users) throws InterruptedException {
        press(users, Press::finish);
    }

    /// One round: the window opens a quarter of its length after the last connection.
    void measure(Duration window) throws InterruptedException {
        leaveNothingBehind();
        press(
                USERS_MAX,
                press -> {
                    press.awaitConnections();
                    Thread.sleep(window.dividedBy(4));
                    rounds.add(watch(press.traffic(), window));
                    press.requireConnections();
                });
    }

    /// People who ask do not all pause at once, as they would for a collection of this process.
    static void leaveNothingBehind() {
        System.gc();
    }

    private interface Watcher {
        void watch(Press press) throws InterruptedException;
    }

    /// A load that runs.
    private record Press(
            Pressure pressure, BenchTraffic traffic, HttpLoad load, Future<LoadSummary> running) {

        void awaitConnections() throws InterruptedException {
            long end = System.nanoTime() + CONNECT_LIMIT.toNanos();
            while (load.openConnections() < pressure.connections()
                    && !running.isDone()
                    && System.nanoTime() - end < 0) {
                Thread.sleep(POLL);
            }
            requireConnections();
        }

        /// What was measured with fewer connections is not what was asked for.
        void requireConnections() {
            if (load.openConnections() < pressure.connections()) {
                throw new IllegalStateException(
                        "connections: %d open (expected: %d)"
                                .formatted(load.openConnections(), pressure.connections()));
            }
        }

        void finish() throws InterruptedException {
            try {
                running.get();
            } catch (ExecutionException failure) {
                throw new IllegalStateException("load failed", failure.getCause());
            }
        }
    }

    /// @param endUser the first that does not ask any more
    private void press(int endUser, Watcher watcher) throws InterruptedException {
        Pressure pressed = pressure.get();
        BenchTraffic traffic = new BenchTraffic(subject, pressed, nextUser, endUser);
        try (HttpLoad load = new HttpLoad(options(pressed), subject.template(), traffic);
                ExecutorService background = Executors.newSingleThreadExecutor()) {
            Press press = new Press(pressed, traffic, load, background.submit(load::run));
            try {
                watcher.watch(press);
            } finally {
                traffic.end();
            }
            press.finish();
        }
        nextUser = traffic.nextFreshUser();
        counts = counts.plus(traffic.counts());
        wrongExample = wrongExample.isEmpty() ? traffic.wrongExample() : wrongExample;
    }

    private LoadOptions options(Pressure pressed) {
        return new LoadOptions(
                subject.url(),
                pressed.connections(),
                PRESS_LIMIT,
                REQUEST_TIMEOUT,
                REQUEST_TIMEOUT);
    }

    private Round watch(BenchTraffic traffic, Duration window) throws InterruptedException {
        long start = System.nanoTime();
        long serverCpu = subject.process().cpu().toNanos();
        long generatorCpu = generatorCpuNanos();
        traffic.setWindowOpen(true);
        Thread.sleep(window);
        traffic.setWindowOpen(false);
        long nanos = System.nanoTime() - start;
        latest =
                new Round(
                        nanos,
                        subject.process().cpu().toNanos() - serverCpu,
                        generatorCpuNanos() - generatorCpu,
                        traffic.latencyNanos());
        return latest;
    }

    /// User and system time that this process has used.
    static long generatorCpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    /// What is wrong with the answers, or with what the server did, and the end of its output.
    List<String> failures() throws InterruptedException {
        String wrong = wrong();
        if (wrong.isEmpty()) {
            return List.of();
        }
        String log = subject.process().logTail();
        return List.of(name + ": " + wrong + "\nits output ends with:\n" + log);
    }

    private String wrong() throws InterruptedException {
        if (counts.wrong() > 0) {
            return counts.wrong() + " wrong answers, the first: " + wrongExample;
        }
        if (counts.unknown() > 0) {
            return counts.unknown() + " requests without an answer";
        }
        if (counts.right() == 0) {
            return "no answers";
        }
        try {
            subject.audit(counts.right());
            return "";
        } catch (IllegalStateException | ApiException disagreement) {
            return String.valueOf(disagreement.getMessage());
        }
    }
}
