package io.firstcome.check;

import static io.firstcome.check.Ground.CODE;
import static io.firstcome.check.Ground.CULPRIT;
import static io.firstcome.check.Ground.LATE_NANOS;
import static io.firstcome.check.Planted.ordinalOf;

import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unknown;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Violations in how many coupons there are, whose, and which.
final class PlantCounts {
    private PlantCounts() {}

    static Planted nobodyAnswered(Ground ground) {
        List<Ask> lost =
                ground.history().asks().stream()
                        .map(ask -> Histories.withOutcome(ask, new Unknown("reset")))
                        .toList();
        return Planted.of(Histories.withAsks(ground.history(), lost), lost.getFirst().userId());
    }

    static @Nullable Planted oneTooMany(Ground ground) {
        return ground.soldOut()
                ? Planted.of(ground.withNext(LATE_NANOS), ordinalOf(ground.next()))
                : null;
    }

    static @Nullable Planted soldOutWithOneLeft(Ground ground) {
        return ground.soldOut()
                ? null
                : Planted.of(ground.refused(LATE_NANOS, Refusal.SOLD_OUT), CULPRIT);
    }

    static @Nullable Planted slotTakenTwice(Ground ground) {
        Coupon coupon = ground.anyTold().coupon();
        String other = ground.anyBut(coupon).userId();
        return Planted.of(ground.retold(coupon, ownedBy(coupon, other)), coupon.userId());
    }

    static @Nullable Planted soldOutBeforeAsked(Ground ground) {
        Decision last = lastAskedFor(ground);
        long heard = last.fromNanos() - 1;
        long later =
                ground.decisions().stream()
                        .filter(decision -> issuedNanos(decision) > heard)
                        .count();
        return ground.soldOut() && later <= Violations.EXAMPLES_MAX
                ? Planted.of(
                        ground.refused(heard, Refusal.SOLD_OUT),
                        "culprit heard SOLD_OUT at " + ground.afterStart(heard),
                        ordinalOf(last.coupon()) + " was asked for")
                : null;
    }

    static @Nullable Planted soldOutBeforeIssued(Ground ground) {
        long issued = Campaign.epochNanos(ground.last().issuedAt());
        long heard = issued - ground.uncertaintyNanos() - 1;
        return ground.soldOut() && lastAskedFor(ground).fromNanos() <= heard
                ? Planted.of(
                        ground.refused(heard, Refusal.SOLD_OUT),
                        "culprit heard SOLD_OUT at " + ground.afterStart(heard),
                        "was issued at " + ground.afterStart(issued))
                : null;
    }

    static long issuedNanos(Decision decision) {
        return Campaign.epochNanos(decision.coupon().issuedAt());
    }

    private static Decision lastAskedFor(Ground ground) {
        return ground.told().stream()
                .max(Comparator.comparingLong(Decision::fromNanos))
                .orElseThrow();
    }

    static Planted twoCoupons(Ground ground) {
        Coupon coupon = ground.anyTold().coupon();
        Coupon other = ground.anyBut(coupon);
        return Planted.of(
                ground.retold(coupon, ownedBy(coupon, other.userId())),
                other.userId() + " has ordinal ",
                "ordinal " + other.ordinal(),
                "ordinal " + coupon.ordinal());
    }

    private static Coupon ownedBy(Coupon coupon, String userId) {
        return new Coupon(userId, coupon.ordinal(), coupon.code(), coupon.issuedAt());
    }

    static Planted ordinalMissing(Ground ground) {
        Coupon last = ground.last();
        return Planted.of(
                ground.retold(last, numbered(last, last.ordinal() + 1)),
                "ordinal " + last.ordinal() + " missing",
                last.userId());
    }

    static Planted ordinalTwice(Ground ground) {
        Coupon coupon = ground.anyTold().coupon();
        long other = ground.anyBut(coupon).ordinal();
        return Planted.of(
                ground.retold(coupon, numbered(coupon, other)), "ordinal " + other + " twice");
    }

    static Planted ordinalZero(Ground ground) {
        Coupon first = ground.history().after().coupons().getFirst();
        return Planted.of(
                ground.retold(first, numbered(first, 0)), first.userId() + " has ordinal 0");
    }

    private static Coupon numbered(Coupon coupon, long ordinal) {
        return new Coupon(coupon.userId(), ordinal, coupon.code(), coupon.issuedAt());
    }

    static Planted neverAskedFor(Ground ground) {
        Coupon coupon = ground.anyTold().coupon();
        return Planted.of(
                Histories.withAsks(ground.history(), withoutUser(ground, coupon)),
                "ordinal " + coupon.ordinal() + " belongs to " + coupon.userId(),
                "never asked");
    }

    static Planted refusedEveryTime(Ground ground) {
        Coupon coupon = ground.anyTold().coupon();
        List<Ask> asks = withoutUser(ground, coupon);
        Refused refused = new Refused(Refusal.NOT_ATTEMPTED);
        asks.add(new Ask(coupon.userId(), LATE_NANOS, LATE_NANOS, refused));
        return Planted.of(
                Histories.withAsks(ground.history(), asks),
                "ordinal " + coupon.ordinal() + " belongs to " + coupon.userId(),
                "refused every time, last at +5000.000 ms");
    }

    private static List<Ask> withoutUser(Ground ground, Coupon coupon) {
        List<Ask> asks = new ArrayList<>(ground.history().asks());
        asks.removeIf(ask -> ask.userId().equals(coupon.userId()));
        return asks;
    }

    static Planted codeTwice(Ground ground) {
        Coupon coupon = ground.anyTold().coupon();
        Coupon other = ground.anyBut(coupon);
        return Planted.of(
                ground.retold(coupon, coded(coupon, other.code())),
                "ordinal " + other.ordinal(),
                "ordinal " + coupon.ordinal(),
                other.code());
    }

    static Planted codeTooShort(Ground ground) {
        return badCode(ground, "가나다라마바사아자");
    }

    static Planted closedSyllable(Ground ground) {
        return badCode(ground, "강나다라마바사아자0");
    }

    static Planted anotherOpenSyllable(Ground ground) {
        return badCode(ground, "하나다라마바사아자0");
    }

    private static Planted badCode(Ground ground, String code) {
        Coupon coupon = ground.anyTold().coupon();
        return Planted.of(
                ground.retold(coupon, coded(coupon, code)),
                ordinalOf(coupon) + " has code '" + code + "'");
    }

    static Coupon coded(Coupon coupon, String code) {
        return new Coupon(coupon.userId(), coupon.ordinal(), code, coupon.issuedAt());
    }

    static Planted codeToldOtherwise(Ground ground) {
        Listing after = ground.history().after();
        List<String> codes = new ArrayList<>(after.codes());
        String old = codes.set(ground.random().nextInt(codes.size()), CODE);
        return Planted.of(
                Histories.withAfter(
                        ground.history(), new Listing(after.coupons(), codes, codes.size())),
                old,
                CODE);
    }

    static Planted countWrong(Ground ground) {
        Listing after = ground.history().after();
        long count = after.issuedCount() + 1;
        return Planted.of(
                Histories.withAfter(
                        ground.history(), new Listing(after.coupons(), after.codes(), count)),
                "issuedCount " + count);
    }

    static @Nullable Planted earlierChanged(Ground ground) {
        return earlier(ground, coupon -> List.of(coded(coupon, CODE)));
    }

    static @Nullable Planted earlierGone(Ground ground) {
        return earlier(ground, _ -> List.of());
    }

    private static @Nullable Planted earlier(Ground ground, Function<Coupon, List<Coupon>> change) {
        List<Coupon> before = ground.history().before().coupons();
        if (before.isEmpty()) {
            return null;
        }
        Coupon coupon = before.get(ground.random().nextInt(before.size()));
        UnaryOperator<List<Coupon>> relisting =
                coupons -> {
                    coupons.remove(coupon);
                    coupons.addAll(change.apply(coupon));
                    return coupons;
                };
        return Planted.of(Histories.relisted(ground.history(), relisting), ordinalOf(coupon));
    }
}
