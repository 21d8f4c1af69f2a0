package io.firstcome.verify.profile;

import org.jspecify.annotations.Nullable;

/// A load profile: when a crowd asks, around an opening.
///
/// All but [ClosedLoop] are open-loop: an ask is due at its time, whatever became of the asks
/// before it.
public sealed interface Profile {
    /// The most requests per second that a rate can be.
    int RATE_MAX = 1_000_000;

    double NANOS_PER_SECOND = 1e9;

    /// The due times of the asks of a drop.
    Schedule schedule(Drop drop);

    /// Asks evenly spread, with the opening in their middle as far as there is time before it.
    ///
    /// @param rate requests per second
    record Constant(int rate) implements Profile {
        public Constant {
            requireRate(rate);
        }

        @Override
        public Schedule schedule(Drop drop) {
            double stepNanos = NANOS_PER_SECOND / rate;
            long begin = drop.beginNanos(drop.asks() * stepNanos);
            return ask -> begin + (long) (ask * stepNanos);
        }
    }

    /// A rate that grows evenly from nothing, with the opening in the middle of its time as far as
    /// there is time before it.
    ///
    /// @param rate requests per second at the end
    record Ramp(int rate) implements Profile {
        public Ramp {
            requireRate(rate);
        }

        @Override
        public Schedule schedule(Drop drop) {
            double asks = drop.asks();
            double lastingNanos = 2 * asks * NANOS_PER_SECOND / rate;
            long begin = drop.beginNanos(lastingNanos);
            return ask -> begin + (long) (lastingNanos * Math.sqrt(ask / asks));
        }
    }

    /// Nobody before the opening, then everybody.
    record Spike() implements Profile {
        @Override
        public Schedule schedule(Drop drop) {
            long rush = drop.rushNanos();
            return _ -> rush;
        }
    }

    /// People who ask before the opening, evenly and up to it, and all that is left at the opening.
    ///
    /// @param rate requests per second before the opening, of people who ask in turns; each
    ///   person's last ask is none of them; null: everybody asks once before the opening, if they
    ///   ask more than once
    record EarlyBirds(@Nullable Integer rate) implements Profile {
        public EarlyBirds {
            if (rate != null) {
                requireRate(rate);
            }
        }

        @Override
        public Schedule schedule(Drop drop) {
            long rush = drop.rushNanos();
            int early = early(drop, rush - drop.nowNanos());
            if (early == 0) {
                return _ -> rush;
            }
            double stepNanos =
                    rate == null
                            ? (double) (rush - drop.nowNanos()) / early
                            : NANOS_PER_SECOND / rate;
            return ask -> ask >= early ? rush : rush - (long) ((early - ask) * stepNanos);
        }

        private int early(Drop drop, long aheadNanos) {
            if (!drop.isAhead() || drop.asksEach() == 1) {
                return 0;
            }
            double most = rate == null ? drop.users() : aheadNanos * (rate / NANOS_PER_SECOND);
            return (int) Math.min(most, drop.asks() - drop.users());
        }
    }

    /// Every connection asks, waits for the answer and asks again, from half a second before the
    /// opening on; who is too early asks until it.
    record ClosedLoop() implements Profile {
        private static final long EARLY_NANOS = 500_000_000;

        @Override
        public Schedule schedule(Drop drop) {
            long begin = Math.max(drop.nowNanos(), drop.openNanos() - EARLY_NANOS);
            return ask -> ask == 0 ? begin : Schedule.AT_ONCE;
        }
    }

    private static void requireRate(int rate) {
        if (rate < 1 || rate > RATE_MAX) {
            throw new IllegalArgumentException(
                    "rate: " + rate + " (expected: 1.." + RATE_MAX + " requests per second)");
        }
    }
}
