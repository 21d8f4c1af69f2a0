package io.firstcome.check;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// First come, first served: whoever had the coupon before another even asked has the smaller
/// ordinal.
///
/// One sweep over time: at each request, the largest ordinal already told must be smaller than the
/// one this request got.
final class FirstCome implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        List<Decision> decisions = evidence.decisions();
        List<Decision> asked = sorted(decisions, Comparator.comparingLong(Decision::fromNanos));
        List<Decision> told = sorted(decisions, Comparator.comparingLong(Decision::untilNanos));
        Violations violations = new Violations();
        Decision largest = null;
        int next = 0;
        for (Decision later : asked) {
            while (next < told.size() && told.get(next).untilNanos() < later.fromNanos()) {
                largest = larger(largest, told.get(next));
                next++;
            }
            if (largest != null && largest.coupon().ordinal() > later.coupon().ordinal()) {
                addViolation(evidence, largest, later, violations);
            }
        }
        return violations.finding(
                "First come, first served",
                String.format(Locale.ROOT, "%,d ordinals agree with real time", decisions.size()));
    }

    private static List<Decision> sorted(List<Decision> decisions, Comparator<Decision> order) {
        return decisions.stream().sorted(order).toList();
    }

    private static Decision larger(@Nullable Decision one, Decision other) {
        return one == null || one.coupon().ordinal() < other.coupon().ordinal() ? other : one;
    }

    private static void addViolation(
            Evidence evidence, Decision earlier, Decision later, Violations violations) {
        violations.add(() ->
                "%s had ordinal %d %s, but %s asked at %s and got %d"
                        .formatted(
                                earlier.coupon().userId(),
                                earlier.coupon().ordinal(),
                                earlier.isEarlier()
                                        ? "before the run"
                                        : "at " + evidence.afterStart(earlier.untilNanos()),
                                later.coupon().userId(),
                                evidence.afterStart(later.fromNanos()),
                                later.coupon().ordinal()));
    }
}
