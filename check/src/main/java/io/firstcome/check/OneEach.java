package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A coupon is one person's: nobody has two, and nobody is told of somebody else's.
final class OneEach implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        Map<String, Coupon> first = new HashMap<>();
        for (Coupon coupon : evidence.listed()) {
            Coupon other = first.putIfAbsent(coupon.userId(), coupon);
            if (other != null) {
                violations.add(() ->
                        "%s has ordinal %d and ordinal %d"
                                .formatted(coupon.userId(), other.ordinal(), coupon.ordinal()));
            }
        }
        evidence.asks().forEach(ask -> checkTold(evidence, ask, violations));
        return violations.finding(
                "One each", String.format(Locale.ROOT, "%,d different winners", first.size()));
    }

    private static void checkTold(Evidence evidence, Ask ask, Violations violations) {
        if (ask.outcome() instanceof Issued(Coupon coupon, boolean _)
                && !coupon.userId().equals(ask.userId())) {
            violations.add(() ->
                    "%s was told of the coupon of %s, ordinal %d, code '%s', at %s"
                            .formatted(
                                    ask.userId(),
                                    coupon.userId(),
                                    coupon.ordinal(),
                                    coupon.code(),
                                    evidence.afterStart(ask.doneNanos())));
        }
    }
}
