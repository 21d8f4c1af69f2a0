package io.firstcome.bench;

import io.firstcome.bench.CampaignSubject.Maker;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/// Refusals and durable issues of a server that is bound to one processor, and of one that is not.
final class ProcessorsStudy {
    private static final List<String> ON_ONE = List.of("taskset", "-c", "0");

    private final BenchOptions options;
    private final PrintStream out;

    ProcessorsStudy(BenchOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    int run() throws InterruptedException {
        return Math.max(compare(Refusal::new), compare(DurableIssue::new));
    }

    private int compare(Maker maker) throws InterruptedException {
        List<String> bound = new ArrayList<>(ON_ONE);
        bound.addAll(options.launcher());
        Pressure full = Pressure.full(options.connections());
        try (Subject one = CampaignSubject.start(bound, maker);
                Subject all = CampaignSubject.start(options.launcher(), maker)) {
            BenchResult result =
                    new Comparison(options, out)
                            .run(
                                    List.of(
                                            new Measurement(one.name() + " on 1", one, full),
                                            new Measurement(all.name() + " on all", all, full)));
            ResultTable.print(result, out);
            return result.exitCode();
        }
    }
}
