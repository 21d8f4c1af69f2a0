package io.firstcome.bench;

import io.firstcome.bench.CampaignSubject.Maker;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/// Refusals and durable issues over few connections and over many.
final class ConnectionsStudy {
    /// A few less than a server takes unless told otherwise.
    private static final int MANY = 9_990;

    private final BenchOptions options;
    private final PrintStream out;

    ConnectionsStudy(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    int run() throws InterruptedException {
        return Math.max(compare(Refusal::new), compare(DurableIssue::new));
    }

    private int compare(Maker maker) throws InterruptedException {
        try (Subject few = CampaignSubject.start(options.launcher(), maker);
                Subject many = CampaignSubject.start(options.launcher(), maker)) {
            BenchResult result =
                    new Comparison(options, out)
                            .run(
                                    List.of(
                                            measurement(few, options.connections()),
                                            measurement(many, MANY)));
            ResultTable.print(result, out);
            return result.exitCode();
        }
    }

    private static Measurement measurement(Subject subject, int connections) {
        String name = String.format(Locale.ROOT, "%s %,d", subject.name(), connections);
        return new Measurement(name, subject, Pressure.full(connections));
    }
}
