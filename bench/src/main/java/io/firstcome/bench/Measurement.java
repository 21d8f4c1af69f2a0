package io.firstcome.bench;

import io.firstcome.verify.client.ApiException;
import io.firstcome.verify.load.HttpLoad;
import io.firstcome.verify.load.LoadOptions;
import io.firstcome.verify.load.LoadSummary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Presses one subject round by round and keeps what was seen.
final class Measurement {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);

    private final String name;
    private final Subject subject;
    private final Pressure pressure;
    private final List<Round> rounds = new ArrayList<>();
    private Counts counts = Counts.NONE;
    private String wrongExample = "";
    private int nextUser;

    /// @param name as the results name it
    Measurement(String name, Subject subject, Pressure pressure) {
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
    long asked() {
        return nextUser;
    }

    List<Round> rounds() {
        return rounds;
    }

    /// Presses for a while without measuring.
    void warmUp(Duration duration) throws InterruptedException {
        press(duration, _ -> {});
    }

    /// One round: the window opens a quarter of its length after the connections.
    void measure(Duration window) throws InterruptedException {
        Duration settling = window.dividedBy(4);
        Duration total = window.plus(settling.multipliedBy(2));
        press(total, traffic -> watch(traffic, settling, window));
    }

    private interface Watcher {
        void watch(BenchTraffic traffic) throws InterruptedException;
    }

    private void press(Duration duration, Watcher watcher) throws InterruptedException {
        BenchTraffic traffic = new BenchTraffic(subject, pressure, nextUser);
        LoadOptions options =
                new LoadOptions(
                        subject.url(),
                        pressure.connections(),
                        duration,
                        REQUEST_TIMEOUT,
                        REQUEST_TIMEOUT);
        try (HttpLoad load = new HttpLoad(options, subject.template(), traffic);
                ExecutorService background = Executors.newSingleThreadExecutor()) {
            Future<LoadSummary> running = background.submit(load::run);
            watcher.watch(traffic);
            finish(running);
        }
        nextUser = traffic.nextFreshUser();
        counts = counts.plus(traffic.counts());
        wrongExample = wrongExample.isEmpty() ? traffic.wrongExample() : wrongExample;
    }

    private static void finish(Future<LoadSummary> running) throws InterruptedException {
        try {
            running.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("load failed", failure.getCause());
        }
    }

    private void watch(BenchTraffic traffic, Duration settling, Duration window)
            throws InterruptedException {
        Thread.sleep(settling);
        long start = System.nanoTime();
        long serverCpu = subject.process().cpu().toNanos();
        long generatorCpu = generatorCpuNanos();
        traffic.setWindowOpen(true);
        Thread.sleep(window);
        traffic.setWindowOpen(false);
        long nanos = System.nanoTime() - start;
        rounds.add(
                new Round(
                        nanos,
                        subject.process().cpu().toNanos() - serverCpu,
                        generatorCpuNanos() - generatorCpu,
                        traffic.latencyNanos()));
    }

    private static long generatorCpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    /// What is wrong with the answers, or with what the server did; empty when nothing is.
    String audit() throws InterruptedException {
        if (counts.wrong() > 0) {
            return "%s: %d wrong answers, the first: %s"
                    .formatted(name, counts.wrong(), wrongExample);
        }
        if (counts.right() == 0) {
            return name + ": no answers";
        }
        try {
            subject.audit(counts);
            return "";
        } catch (IllegalStateException | ApiException disagreement) {
            return name + ": " + disagreement.getMessage();
        }
    }
}
