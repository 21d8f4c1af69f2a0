package io.firstcome.verify;

import io.firstcome.verify.profile.Drop;
import io.firstcome.verify.profile.Profile.EarlyBirds;
import io.firstcome.verify.profile.Schedule;

import java.util.Arrays;

/// Who asks when: all asks of a run but the repeated ones, by their due times.
final class Plan {
    /// As many bits as the number of an ask has at most.
    private static final int ASK_BITS = 25;

    private static final long NANOS_PER_MICRO = 1_000;

    private final int[] users;
    private final Schedule schedule;

    /// When somebody asks instead.
    @FunctionalInterface
    interface Move {
        /// When an ask of `user` is due that was due at `dueNanos`.
        long dueNanos(int user, long dueNanos);
    }

    private Plan(int[] users, Schedule schedule) {
        this.users = users;
        this.schedule = schedule;
    }

    /// A plan around an opening; both times are `System.nanoTime()`s.
    ///
    /// @param nowNanos the earliest due time
    static Plan of(Crowd crowd, long nowNanos, long openNanos) {
        return skewed(crowd, nowNanos, punctual(crowd, nowNanos, openNanos));
    }

    /// As above, of a campaign with an end, for which some come late.
    static Plan of(Crowd crowd, long nowNanos, long openNanos, long endNanos) {
        Latecomers latecomers = new Latecomers(crowd.users(), openNanos, endNanos);
        Plan punctual = punctual(crowd, nowNanos, openNanos).moved(latecomers, nowNanos);
        return skewed(crowd, nowNanos, punctual);
    }

    private static Plan punctual(Crowd crowd, long nowNanos, long openNanos) {
        Drop drop = new Drop(nowNanos, openNanos, crowd.users(), crowd.asks());
        return new Plan(order(crowd, drop), crowd.conduct().profile().schedule(drop));
    }

    private static int[] order(Crowd crowd, Drop drop) {
        if (crowd.conduct().profile() instanceof EarlyBirds(Integer rate) && drop.isAhead()) {
            return rate == null ? AskOrder.aroundOpening(crowd) : AskOrder.inTurns(crowd);
        }
        return AskOrder.afterOpening(crowd);
    }

    /// The same asks by the clocks of those who ask.
    private static Plan skewed(Crowd crowd, long nowNanos, Plan punctual) {
        if (crowd.conduct().skew().isZero()) {
            return punctual;
        }
        Habits habits = new Habits(crowd);
        return punctual.moved((user, due) -> due + habits.skewNanos(user), nowNanos);
    }

    /// The same asks at other times, to the microsecond: sorted as numbers of which the upper bits
    /// are the time and the lower ones the ask.
    private Plan moved(Move move, long nowNanos) {
        long[] order = new long[users.length];
        for (int ask = 0; ask < users.length; ask++) {
            long due = move.dueNanos(users[ask], schedule.dueNanos(ask));
            long micros = Math.max(0, due - nowNanos) / NANOS_PER_MICRO;
            order[ask] = micros << ASK_BITS | ask;
        }
        Arrays.sort(order);
        int[] usersInOrder = new int[users.length];
        for (int ask = 0; ask < users.length; ask++) {
            usersInOrder[ask] = users[(int) (order[ask] & (1 << ASK_BITS) - 1)];
        }
        return new Plan(usersInOrder, ask -> nowNanos + (order[ask] >> ASK_BITS) * NANOS_PER_MICRO);
    }

    /// How many asks there are.
    int size() {
        return users.length;
    }

    /// The user of one ask.
    int user(int ask) {
        return users[ask];
    }

    /// When one ask is due: a `System.nanoTime()`, or [Schedule#AT_ONCE].
    long dueNanos(int ask) {
        return schedule.dueNanos(ask);
    }

    /// When the last ask is due.
    long lastNanos() {
        return dueNanos(size() - 1);
    }
}
