package io.firstcome.check;

import java.util.Locale;

/// There are never more coupons than the campaign has.
final class NeverOver implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Long limit = evidence.campaign().limit();
        int count = evidence.listed().size();
        Violations violations = new Violations();
        if (limit != null && count > limit) {
            violations.add("%d coupons of %d".formatted(count, limit));
        }
        String of = limit == null ? "unlimited" : String.format(Locale.ROOT, "%,d", limit);
        return violations.finding(
                "Never over", String.format(Locale.ROOT, "%,d coupons of %s", count, of));
    }
}
