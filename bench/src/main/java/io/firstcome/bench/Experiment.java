package io.firstcome.bench;

import java.io.PrintStream;

/// What is done to answer a question about speed.
interface Experiment {
    /// Measures, and tells `out` how far it is. An `IllegalStateException` when a server does not
    /// start or does not take all connections, an `ApiException` when it refuses the campaign.
    StudyResult run(BenchOptions options, PrintStream out) throws InterruptedException;
}
