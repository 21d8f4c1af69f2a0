package io.firstcome.bench;

import io.firstcome.verify.client.ConnectClient;
import io.firstcome.verify.process.FirstcomeNode;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long a server takes from its command to its first answers: with a new ledger, and with one
/// that has coupons of an open campaign.
///
/// The launcher is what is started where there is one, else the program it would start.
///
/// @param coupons how many the second ledger has
record StartStudy(int coupons) implements Experiment {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String LAUNCHER = "firstcome.launcher";

    @Override
    public StudyResult run(BenchOptions options, PrintStream out) throws InterruptedException {
        List<String> launcher = launcher(options);
        List<Start> fresh = new ArrayList<>();
        fresh(launcher); // what looks is warm then
        for (int round = 1; round <= options.rounds(); round++) {
            fresh.add(fresh(launcher));
            out.println("  new ledger: " + fresh.getLast());
        }
        return again(launcher, options, fresh, out);
    }

    private static List<String> launcher(BenchOptions options) {
        String launcher = System.getProperty(LAUNCHER);
        return launcher == null ? options.launcher() : List.of(launcher);
    }

    private static Start fresh(List<String> launcher) throws InterruptedException {
        long begin = System.nanoTime();
        try (FirstcomeNode node = FirstcomeNode.start(launcher)) {
            return Start.since(begin, node);
        }
    }

    private StartResult again(
            List<String> launcher, BenchOptions options, List<Start> fresh, PrintStream out)
            throws InterruptedException {
        List<Start> again = new ArrayList<>();
        try (CampaignSubject subject =
                CampaignSubject.start(launcher, node -> new DurableIssue(node, 2L * coupons))) {
            Measurement filling =
                    new Measurement(
                            subject.name(), subject, () -> Pressure.full(options.connections()));
            filling.askUntil(coupons);
            List<String> failures = new ArrayList<>(filling.failures());
            for (int round = 1; round <= options.rounds(); round++) {
                again.add(again(subject.node));
                out.printf(Locale.ROOT, "  %,d coupons: %s%n", coupons, again.getLast());
            }
            failures.addAll(filling.failures());
            return new StartResult(coupons, fresh, again, failures);
        }
    }

    private static Start again(FirstcomeNode node) throws InterruptedException {
        node.kill();
        long begin = System.nanoTime();
        node.restart();
        return Start.since(begin, node);
    }

    /// One start.
    ///
    /// @param readyMillis until it said that it is ready
    /// @param answeredMillis until a request to the API of those who ask was answered
    record Start(double readyMillis, double answeredMillis) {
        private static final String METHOD = "issue.v1.IssueService/GetServerTime";

        private static Start since(long beginNanos, FirstcomeNode node)
                throws InterruptedException {
            double readyMillis = millisSince(beginNanos);
            try (ConnectClient client = new ConnectClient(node.issueUrl())) {
                client.callUntil(Duration.ofSeconds(20), METHOD, "{}");
            }
            return new Start(readyMillis, millisSince(beginNanos));
        }

        private static double millisSince(long beginNanos) {
            return (System.nanoTime() - beginNanos) / NANOS_PER_MILLI;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "ready after %.0f ms, answered after %.0f ms",
                    readyMillis,
                    answeredMillis);
        }
    }
}
