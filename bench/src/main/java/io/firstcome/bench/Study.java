package io.firstcome.bench;

import java.io.PrintStream;

/// A question about Firstcome's speed that one table of servers does not answer.
public enum Study {
    /// How soon after the start coupons are told, with 20,000 people waiting and asking.
    OPENING {
        @Override
        int run(BenchOptions options, PrintStream out) throws InterruptedException {
            return new OpeningStudy(options, out).run();
        }
    },
    /// What 10,000 connections cost against the few that are asked for.
    CONNECTIONS {
        @Override
        int run(BenchOptions options, PrintStream out) throws InterruptedException {
            return new ConnectionsStudy(options, out).run();
        }
    },
    /// How long a durable issue takes when the server is not pressed to its limit but to 80 % of
    /// it.
    PACE {
        @Override
        int run(BenchOptions options, PrintStream out) throws InterruptedException {
            return new PaceStudy(options, out).run();
        }
    },
    /// What a durable issue costs as a campaign grows from 10,000 to 10 million coupons.
    COUPONS {
        @Override
        int run(BenchOptions options, PrintStream out) throws InterruptedException {
            return new CouponsStudy(options, out).run();
        }
    },
    /// What a second processor brings. Needs `taskset`.
    PROCESSORS {
        @Override
        int run(BenchOptions options, PrintStream out) throws InterruptedException {
            return new ProcessorsStudy(options, out).run();
        }
    };

    /// Measures and prints; returns the exit code: 0, or 1 when a server did not do what it
    /// answered. An `IllegalStateException` when a server does not start.
    abstract int run(BenchOptions options, PrintStream out) throws InterruptedException;
}
