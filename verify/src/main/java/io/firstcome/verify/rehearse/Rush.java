package io.firstcome.verify.rehearse;

import io.firstcome.check.Ask;
import io.firstcome.check.Campaign;
import io.firstcome.check.Coupon;
import io.firstcome.check.History;
import io.firstcome.check.Outcome.Unknown;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/// How a drop went.
///
/// @param issued how many coupons were issued
/// @param soldOutAfter from the opening to the last coupon; null when some were left
/// @param couponsPerSecond the most that were issued in any 100 ms, as a rate
/// @param answersPerSecond the most asks that were answered in any 100 ms from the opening on, as a
///   rate
record Rush(
        long issued,
        @Nullable Duration soldOutAfter,
        long couponsPerSecond,
        long answersPerSecond) {
    private static final long WINDOW_NANOS = 100_000_000;
    private static final long WINDOWS_PER_SECOND = 10;

    static Rush of(History history) {
        long[] issued = issued(history.after().coupons());
        return new Rush(
                issued.length,
                soldOutAfter(history.campaign(), issued),
                mostInWindow(issued) * WINDOWS_PER_SECOND,
                mostInWindow(answered(history)) * WINDOWS_PER_SECOND);
    }

    /// When each was issued, in order of time.
    private static long[] issued(List<Coupon> coupons) {
        return coupons.stream()
                .mapToLong(coupon -> Campaign.epochNanos(coupon.issuedAt()))
                .sorted()
                .toArray();
    }

    /// When each ask was answered since the opening, in order of time.
    private static long[] answered(History history) {
        long start = history.campaign().startNanos();
        return history.asks().stream()
                .filter(ask -> !(ask.outcome() instanceof Unknown))
                .mapToLong(Ask::doneNanos)
                .filter(done -> done >= start)
                .sorted()
                .toArray();
    }

    private static @Nullable Duration soldOutAfter(Campaign campaign, long[] issued) {
        Long limit = campaign.limit();
        return limit == null || issued.length < limit
                ? null
                : Duration.ofNanos(issued[issued.length - 1] - campaign.startNanos());
    }

    private static long mostInWindow(long[] sorted) {
        int most = 0;
        int first = 0;
        for (int next = 0; next < sorted.length; next++) {
            while (sorted[next] - sorted[first] >= WINDOW_NANOS) {
                first++;
            }
            most = Math.max(most, next - first + 1);
        }
        return most;
    }
}
