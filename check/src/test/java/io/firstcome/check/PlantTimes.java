package io.firstcome.check;

import static io.firstcome.check.GoodHistory.START;
import static io.firstcome.check.GoodHistory.START_NANOS;
import static io.firstcome.check.Ground.CULPRIT;
import static io.firstcome.check.Ground.MILLI;
import static io.firstcome.check.Planted.ordinalOf;

import io.firstcome.check.Outcome.Issued;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// Violations in when things happen.
final class PlantTimes {
    private PlantTimes() {}

    static @Nullable Planted laterComesFirst(Ground ground) {
        Decision first =
                ground.told().stream()
                        .min(Comparator.comparingLong(Decision::untilNanos))
                        .orElseThrow();
        Optional<Decision> later =
                ground.told().stream()
                        .filter(decision -> decision.fromNanos() > first.untilNanos())
                        .max(Comparator.comparingLong(decision -> decision.coupon().ordinal()));
        if (later.isEmpty()) {
            return null;
        }
        Coupon small = first.coupon();
        Coupon large = later.get().coupon();
        return Planted.of(
                Histories.retold(
                        ground.history(),
                        coupon ->
                                coupon.equals(small)
                                        ? numbered(small, large.ordinal())
                                        : coupon.equals(large)
                                                ? numbered(large, small.ordinal())
                                                : coupon),
                small.userId() + " had ordinal " + large.ordinal(),
                ground.afterStart(first.untilNanos()));
    }

    private static Coupon numbered(Coupon coupon, long ordinal) {
        return new Coupon(coupon.userId(), ordinal, coupon.code(), coupon.issuedAt());
    }

    static Planted issuedBeforeTheStart(Ground ground) {
        Coupon coupon = ground.anyTold().coupon();
        return Planted.of(
                ground.retold(coupon, issuedAt(coupon, START_NANOS - 1)),
                ordinalOf(coupon) + " was issued at -0.000 ms, before the start");
    }

    private static Coupon issuedAt(Coupon coupon, long epochNanos) {
        Instant issuedAt = START.plusNanos(epochNanos - START_NANOS);
        return new Coupon(coupon.userId(), coupon.ordinal(), coupon.code(), issuedAt);
    }

    static Planted toldBeforeTheStart(Ground ground) {
        long done = START_NANOS - ground.uncertaintyNanos() - MILLI;
        Ask ask = new Ask(CULPRIT, done, done, new Issued(ground.next(), false));
        return Planted.of(
                Histories.withAsk(ground.history(), ask),
                "culprit had a coupon at " + ground.afterStart(done));
    }

    static Planted issuedAtTheEnd(Ground ground) {
        Instant end = ground.last().issuedAt();
        Coupon first =
                ground.history().after().coupons().stream()
                        .filter(coupon -> coupon.issuedAt().equals(end))
                        .findFirst()
                        .orElseThrow();
        return Planted.of(
                ground.withEnd(end), ordinalOf(first) + " was issued at ", "at or after the end");
    }

    static Planted askedForAfterTheEnd(Ground ground) {
        Instant end = ground.last().issuedAt().plusMillis(1);
        long asked = Campaign.epochNanos(end) + ground.uncertaintyNanos() + 1;
        Ground ended = ground.in(ground.withEnd(end));
        return Planted.of(
                ended.withNext(asked),
                ordinalOf(ground.next()) + " was asked for at " + ground.afterStart(asked));
    }

    static Planted notStartedLongAfter(Ground ground) {
        long asked = START_NANOS + 6 * MILLI + ground.uncertaintyNanos();
        return notStarted(ground, asked);
    }

    /// So early that only the other's answer speaks against it.
    static @Nullable Planted notStartedAfterTheFirst(Ground ground) {
        long asked = 1 + ground.told().stream().mapToLong(Decision::untilNanos).min().orElseThrow();
        boolean early = asked <= START_NANOS + 5 * MILLI;
        return early ? notStarted(ground, asked) : null;
    }

    private static Planted notStarted(Ground ground, long asked) {
        return Planted.of(
                ground.refused(asked, Refusal.NOT_STARTED),
                "culprit asked at " + ground.afterStart(asked) + " and heard NOT_STARTED");
    }

    static Planted clockBackwards(Ground ground) {
        Coupon last = ground.last();
        return Planted.of(
                ground.retold(last, issuedAt(last, START_NANOS - 1)),
                ordinalOf(last) + " was issued at -0.000 ms");
    }

    static Planted issuedBeforeAskedFor(Ground ground) {
        Decision decision = ground.anyTold();
        long issued = decision.fromNanos() - ground.uncertaintyNanos() - MILLI - 1;
        return Planted.of(
                ground.retold(decision.coupon(), issuedAt(decision.coupon(), issued)),
                ordinalOf(decision.coupon()) + " was issued at " + ground.afterStart(issued),
                "asked for at " + ground.afterStart(decision.fromNanos()));
    }

    static Planted issuedAfterTold(Ground ground) {
        Decision decision = ground.anyTold();
        long issued = decision.untilNanos() + ground.uncertaintyNanos() + 1;
        return Planted.of(
                ground.retold(decision.coupon(), issuedAt(decision.coupon(), issued)),
                ordinalOf(decision.coupon()) + " was issued at " + ground.afterStart(issued),
                "told at " + ground.afterStart(decision.untilNanos()));
    }
}
