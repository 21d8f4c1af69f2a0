package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// As many coupons exist as different people asked in time, up to the limit.
///
/// Who only got an unknown outcome may or may not count; `NothingUnasked` bounds the other side.
final class NoLeakedSlot implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Set<String> people = new HashSet<>();
        evidence.history().before().coupons().forEach(coupon -> people.add(coupon.userId()));
        for (Ask ask : evidence.asks()) {
            if (cameInTime(ask.outcome())) {
                people.add(ask.userId());
            }
        }
        Long limit = evidence.campaign().limit();
        long expected = limit == null ? people.size() : Math.min(limit, people.size());
        int count = evidence.listed().size();
        Violations violations = new Violations();
        if (count < expected) {
            violations.add("%d coupons (expected: %d)".formatted(count, expected));
        }
        return violations.finding(
                "No slot leaked",
                String.format(Locale.ROOT, "%,d coupons, %,d people came", count, people.size()));
    }

    private static boolean cameInTime(Outcome outcome) {
        return switch (outcome) {
            case Issued _ -> true;
            case Refused(Refusal refusal) -> refusal == Refusal.SOLD_OUT;
            case Unknown _, Unexpected _ -> false;
        };
    }
}
