package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;

import java.time.Instant;

/// Nothing is issued before the start or from the end on, by the coupon's own time and by the time
/// it was told.
final class NothingEarly implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        evidence.listed().forEach(coupon -> checkIssuedAt(evidence, coupon, violations));
        for (Ask ask : evidence.asks()) {
            long latest = ask.doneNanos() + evidence.history().clockUncertaintyNanos();
            if (ask.outcome() instanceof Issued && latest < evidence.startNanos()) {
                violations.add(
                        "%s had a coupon at %s"
                                .formatted(ask.userId(), evidence.afterStart(ask.doneNanos())));
            }
        }
        return violations.finding("Nothing outside the window", "every coupon is inside it");
    }

    private static void checkIssuedAt(Evidence evidence, Coupon coupon, Violations violations) {
        Instant end = evidence.campaign().end();
        boolean early = coupon.issuedAt().isBefore(evidence.campaign().start());
        boolean late = end != null && !coupon.issuedAt().isBefore(end);
        if (early || late) {
            violations.add(
                    "ordinal %d was issued at %s, %s"
                            .formatted(
                                    coupon.ordinal(),
                                    coupon.issuedAt(),
                                    early ? "before the start" : "at or after the end"));
        }
    }
}
