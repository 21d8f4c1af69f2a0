package io.firstcome.check;

import static io.firstcome.check.GoodHistory.START;
import static io.firstcome.check.GoodHistory.START_NANOS;
import static io.firstcome.check.Ground.CODE;
import static io.firstcome.check.Ground.CULPRIT;
import static io.firstcome.check.Ground.LATE_NANOS;
import static io.firstcome.check.Ground.MILLI;
import static io.firstcome.check.Planted.ordinalOf;

import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.function.UnaryOperator;

/// Violations in what people are told.
final class PlantAnswers {
    private PlantAnswers() {}

    /// Somebody who came too late is told of a winner's coupon.
    static @Nullable Planted couponOfAnother(Ground ground) {
        Decision decision = ground.anyTold();
        Coupon coupon = decision.coupon();
        long told = decision.untilNanos() + 1;
        Ask ask = new Ask(CULPRIT, told, told, new Issued(coupon, false));
        return ground.soldOut()
                ? Planted.of(
                        Histories.withAsk(ground.history(), ask),
                        "culprit was told of the coupon of " + coupon.userId() + ", ordinal ",
                        "ordinal %d, code '%s'".formatted(coupon.ordinal(), coupon.code()),
                        "at " + ground.afterStart(told))
                : null;
    }

    static Planted otherCodeAtRetry(Ground ground) {
        Coupon coupon = ground.anyTold().coupon();
        return Planted.of(
                retried(ground, PlantCounts.coded(coupon, CODE), true), coupon.userId(), CODE);
    }

    static Planted newTwice(Ground ground) {
        Coupon coupon = ground.anyTold().coupon();
        History history = retried(ground, coupon, false);
        return Planted.of(
                retried(ground.in(history), coupon, false),
                coupon.userId() + " was told ",
                "ordinal " + coupon.ordinal());
    }

    private static History retried(Ground ground, Coupon told, boolean again) {
        Issued issued = new Issued(told, again);
        return Histories.withAsk(
                ground.history(), new Ask(told.userId(), LATE_NANOS, LATE_NANOS + 1, issued));
    }

    static @Nullable Planted oldAtOnce(Ground ground) {
        Coupon coupon = ground.anyTold().coupon();
        boolean lost =
                ground.history().asks().stream()
                        .anyMatch(ask -> isOf(coupon, ask) && ask.outcome() instanceof Unknown);
        History history = changed(ground, coupon, ask -> issued(ask, coupon));
        return lost ? null : Planted.of(history, coupon.userId() + " was told of an earlier");
    }

    private static Ask issued(Ask ask, Coupon coupon) {
        return ask.outcome() instanceof Issued
                ? Histories.withOutcome(ask, new Issued(coupon, true))
                : ask;
    }

    static Planted oldBeforeNew(Ground ground) {
        Decision decision = ground.anyTold();
        long done = decision.fromNanos() - 1;
        Issued issued = new Issued(decision.coupon(), true);
        String userId = decision.coupon().userId();
        return Planted.of(
                Histories.withAsk(ground.history(), new Ask(userId, done, done, issued)),
                userId + " was told of an earlier",
                ground.afterStart(done));
    }

    static Planted winnerRefused(Ground ground) {
        Decision decision = ground.anyTold();
        long asked = decision.untilNanos() + 1;
        return Planted.of(
                ground.refused(decision.coupon().userId(), asked, Refusal.SOLD_OUT),
                decision.coupon().userId(),
                "asked at " + ground.afterStart(asked) + " and heard SOLD_OUT");
    }

    static Planted lostWinnerRefused(Ground ground) {
        Decision decision = ground.anyTold();
        UnaryOperator<Ask> lose =
                ask ->
                        ask.outcome() instanceof Issued
                                ? Histories.withOutcome(ask, new Unknown("reset"))
                                : ask;
        Ground lost = ground.in(changed(ground, decision.coupon(), lose));
        long asked = PlantCounts.issuedNanos(decision) + ground.uncertaintyNanos() + MILLI + 1;
        return Planted.of(
                lost.refused(decision.coupon().userId(), asked, Refusal.SOLD_OUT),
                decision.coupon().userId(),
                "asked at " + ground.afterStart(asked) + " and heard SOLD_OUT");
    }

    private static History changed(Ground ground, Coupon coupon, UnaryOperator<Ask> change) {
        return Histories.withAsks(
                ground.history(),
                ground.history().asks().stream()
                        .map(ask -> isOf(coupon, ask) ? change.apply(ask) : ask)
                        .toList());
    }

    private static boolean isOf(Coupon coupon, Ask ask) {
        return ask.userId().equals(coupon.userId());
    }

    static Planted ackNotListed(Ground ground) {
        Coupon coupon = ground.anyTold().coupon();
        return Planted.of(
                Histories.relisted(
                        ground.history(),
                        coupons -> {
                            coupons.remove(coupon);
                            return coupons;
                        }),
                coupon.userId() + " got ordinal " + coupon.ordinal(),
                coupon.code());
    }

    static Planted ackListedOtherwise(Ground ground) {
        Coupon coupon = ground.anyTold().coupon();
        return Planted.of(
                Histories.relisted(
                        ground.history(),
                        coupons -> {
                            coupons.remove(coupon);
                            coupons.add(PlantCounts.coded(coupon, CODE));
                            return coupons;
                        }),
                coupon.userId() + " got ordinal " + coupon.ordinal(),
                coupon.code());
    }

    static @Nullable Planted endedWithoutAnEnd(Ground ground) {
        return ground.history().campaign().end() == null
                ? refusedAtOnce(ground, Refusal.ENDED)
                : null;
    }

    static @Nullable Planted endedBeforeTheEnd(Ground ground) {
        return ground.history().campaign().end() == null
                ? refusedAtOnce(ground.in(ground.withEnd(START.plusSeconds(60))), Refusal.ENDED)
                : null;
    }

    static Planted issuedAfterEnded(Ground ground) {
        Decision last =
                ground.told().stream()
                        .max(Comparator.comparingLong(Decision::fromNanos))
                        .orElseThrow();
        long heard = last.fromNanos() - 1;
        Ground ended = ground.in(ground.withEnd(START.plusNanos(heard - START_NANOS)));
        return Planted.of(
                ended.refused(heard, Refusal.ENDED),
                "culprit heard ENDED at " + ground.afterStart(heard),
                ordinalOf(last.coupon()) + " was asked for");
    }

    static Planted paused(Ground ground) {
        return refusedAtOnce(ground, Refusal.PAUSED);
    }

    static Planted notFound(Ground ground) {
        return refusedAtOnce(ground, Refusal.NOT_FOUND);
    }

    private static Planted refusedAtOnce(Ground ground, Refusal refusal) {
        return Planted.of(
                ground.refused(START_NANOS + MILLI, refusal),
                "culprit heard " + refusal + " at +1.000 ms");
    }

    static Planted senseless(Ground ground) {
        Ask ask = new Ask(CULPRIT, START_NANOS, START_NANOS + MILLI, new Unexpected("HTTP 404"));
        return Planted.of(
                Histories.withAsk(ground.history(), ask), "culprit heard HTTP 404 at +1.000 ms");
    }
}
