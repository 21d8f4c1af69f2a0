package io.firstcome.bench.micro;

import io.firstcome.core.code.CodeKey;
import io.firstcome.core.code.CouponCodes;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/// What a coupon's code costs, alone and in the batch of a round.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class CouponCodesBenchmark {
    private static final int BATCH = 64;

    private final CouponCodes codes = new CouponCodes(new CodeKey(new byte[32]));
    private int ordinal = 1;

    /// One code at a time.
    @Benchmark
    public String alone() {
        return codes.code(1, next(1));
    }

    /// The codes of a round, per code.
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public String[] inBatches() {
        return codes.codes(1, next(BATCH), BATCH);
    }

    private int next(int step) {
        ordinal = ordinal > 1_000_000_000 ? 1 : ordinal + step;
        return ordinal;
    }
}
