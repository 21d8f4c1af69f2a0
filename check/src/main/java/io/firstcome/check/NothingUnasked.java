package io.firstcome.check;

import java.util.Locale;

/// Every coupon was asked for, and nobody who was refused every time has one.
final class NothingUnasked implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        for (Coupon coupon : evidence.listed()) {
            Person holder = evidence.holder(coupon);
            if (holder.earlier() == null && !holder.mayHaveIssued()) {
                violations.add(() -> unasked(evidence, coupon, holder));
            }
        }
        return violations.finding(
                "Nothing unasked",
                String.format(
                        Locale.ROOT,
                        "all of %,d coupons were asked for",
                        evidence.listed().size()));
    }

    private static String unasked(Evidence evidence, Coupon coupon, Person holder) {
        String why =
                holder.asks().isEmpty()
                        ? "never asked"
                        : "was refused every time, last at "
                                + evidence.afterStart(holder.asks().getLast().doneNanos());
        return "ordinal %d belongs to %s, who %s".formatted(coupon.ordinal(), coupon.userId(), why);
    }
}
