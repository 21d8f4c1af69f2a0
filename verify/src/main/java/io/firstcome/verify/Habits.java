package io.firstcome.verify;

import io.firstcome.verify.load.Manner;

import java.util.SplittableRandom;

/// What is particular to each person of a crowd; the same seed gives the same people.
final class Habits {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long seed;
    private final Conduct conduct;

    Habits(Crowd crowd) {
        seed = crowd.seed();
        conduct = crowd.conduct();
    }

    /// How somebody behaves on the network.
    Manner manner(int user) {
        if (conduct.slow() + conduct.vanishing() == 0) {
            return Manner.PLAIN;
        }
        int percent = random(user).nextInt(100);
        if (percent < conduct.slow()) {
            return Manner.SLOW;
        }
        return percent < conduct.slow() + conduct.vanishing() ? Manner.VANISHING : Manner.PLAIN;
    }

    /// By how much somebody comes late; negative: early.
    long skewNanos(int user) {
        long most = conduct.skew().toMillis() * NANOS_PER_MILLI;
        return random(~user).nextLong(-most, most + 1);
    }

    private SplittableRandom random(int number) {
        return new SplittableRandom(seed ^ number * SPREAD);
    }
}
