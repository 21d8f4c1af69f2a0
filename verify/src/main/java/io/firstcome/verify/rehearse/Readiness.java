package io.firstcome.verify.rehearse;

import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.verify.Crowd;
import io.firstcome.verify.client.ServerClock;
import io.firstcome.verify.profile.Profile.ClosedLoop;
import io.firstcome.verify.profile.Profile.Constant;
import io.firstcome.verify.profile.Profile.EarlyBirds;
import io.firstcome.verify.profile.Profile.Ramp;
import io.firstcome.verify.profile.Profile.Spike;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Locale;

/// What a rehearsal says of the drop to come, one finding for each thing that has to be ready.
final class Readiness {
    /// Farther off than people notice on their own clocks.
    private static final Duration CLOCK_OFFSET_MAX = Duration.ofMillis(100);

    /// Every durable act waits for one sync: with more, the first coupons wait visibly.
    private static final Duration SYNC_MAX = Duration.ofMillis(20);

    /// User ids may be longer than the rehearsal's, and the index by user is written later.
    private static final int ROOM_FACTOR = 2;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    private Readiness() {}

    /// @param state the campaign's, by its name in the API
    static Finding campaign(String state) {
        boolean isToCome = state.equals("SCHEDULED");
        return new Finding(
                "Campaign",
                isToCome ? Result.PASS : Result.WARN,
                isToCome ? state : state + " now (expected: SCHEDULED); rehearsed all the same");
    }

    static Finding clock(ServerClock server, ServerClock here) {
        long offset = server.offsetNanos() - here.offsetNanos();
        long uncertainty = server.uncertaintyNanos() + here.uncertaintyNanos();
        boolean isNear = Math.abs(offset) - uncertainty <= CLOCK_OFFSET_MAX.toNanos();
        return new Finding(
                "Clock",
                isNear ? Result.PASS : Result.WARN,
                String.format(
                        Locale.ROOT,
                        "the server's is %+.1f ms from this machine's (+/- %.1f ms)",
                        offset / NANOS_PER_MILLI,
                        uncertainty / NANOS_PER_MILLI));
    }

    static Finding syncs(Disk disk) {
        boolean isFast = disk.sync99Nanos() <= SYNC_MAX.toNanos();
        return new Finding(
                "Disk syncs",
                isFast && !disk.isMemory() ? Result.PASS : Result.WARN,
                String.format(
                        Locale.ROOT,
                        "p50 %.2f ms, p99 %.2f ms in %s%s",
                        disk.sync50Nanos() / NANOS_PER_MILLI,
                        disk.sync99Nanos() / NANOS_PER_MILLI,
                        disk.directory(),
                        disk.isMemory() ? ", which is memory and no disk" : ""));
    }

    /// @param dataBytes what the rehearsal's coupons took
    /// @param limit the campaign's; null: unlimited, then as many as in the rehearsal
    static Finding room(Disk disk, long dataBytes, long issued, @Nullable Long limit) {
        if (issued == 0) {
            return new Finding("Disk room", Result.SKIP, "no coupon was issued to measure by");
        }
        double share = limit == null ? 1 : (double) limit / issued;
        double needed = ROOM_FACTOR * dataBytes * Math.max(1, share);
        return new Finding(
                "Disk room",
                disk.freeBytes() >= needed ? Result.PASS : Result.FAIL,
                String.format(
                        Locale.ROOT,
                        "%,.1f MB needed, %,.0f MB free",
                        needed / BYTES_PER_MEGABYTE,
                        disk.freeBytes() / BYTES_PER_MEGABYTE));
    }

    /// @param limit the campaign's; null: unlimited
    static Finding soldOut(Rush rush, @Nullable Long limit, Crowd crowd) {
        Duration after = rush.soldOutAfter();
        if (after != null) {
            double millis = after.toNanos() / NANOS_PER_MILLI;
            return new Finding(
                    "Sold out",
                    Result.PASS,
                    String.format(Locale.ROOT, "%,.1f ms after the opening", millis));
        }
        boolean couldBe = limit != null && crowd.users() >= limit;
        return new Finding(
                "Sold out",
                couldBe ? Result.WARN : Result.PASS,
                String.format(
                        Locale.ROOT,
                        "not, with %,d coupons issued to %,d people; %s",
                        rush.issued(),
                        crowd.users(),
                        limit == null
                                ? "unlimited"
                                : String.format(Locale.ROOT, "there are %,d", limit)));
    }

    static Finding peak(Rush rush) {
        return new Finding(
                "Peak",
                Result.PASS,
                String.format(
                        Locale.ROOT,
                        "%,d coupons/s, %,d answers/s in the best 100 ms",
                        rush.couponsPerSecond(),
                        rush.answersPerSecond()));
    }

    /// Headroom is how many times the asks of the crowd's busiest second fit into the most answers
    /// per second that were given.
    static Finding headroom(Rush rush, Crowd crowd) {
        long asks = asksInBusiestSecond(crowd);
        double headroom = (double) rush.answersPerSecond() / asks;
        return new Finding(
                "Headroom",
                headroom >= 1 ? Result.PASS : Result.WARN,
                String.format(
                        Locale.ROOT,
                        "%.1f times the %,d asks of the busiest second",
                        headroom,
                        asks));
    }

    /// The rate of those who have one; all asks of those who press at the opening.
    private static long asksInBusiestSecond(Crowd crowd) {
        long asks = (long) crowd.users() * crowd.asks();
        return switch (crowd.conduct().profile()) {
            case Constant(int rate) -> Math.min(rate, asks);
            case Ramp(int rate) -> Math.min(rate, asks);
            case EarlyBirds _, Spike _, ClosedLoop _ -> asks;
        };
    }
}
