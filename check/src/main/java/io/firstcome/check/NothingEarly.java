package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;

import java.time.Instant;

/// Nothing is issued before the start or from the end on, by the coupon's own time and by the times
/// it was asked for and told.
final class NothingEarly implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        evidence.listed().forEach(coupon -> checkIssuedAt(evidence, coupon, violations));
        evidence.asks().forEach(ask -> checkAck(evidence, ask, violations));
        checkCauses(evidence, violations);
        return violations.finding("Nothing outside the window", "every coupon is inside it");
    }

    private static void checkIssuedAt(Evidence evidence, Coupon coupon, Violations violations) {
        Instant end = evidence.campaign().end();
        boolean early = evidence.times().isBefore(coupon, evidence.campaign().start());
        boolean late = end != null && evidence.times().isFrom(coupon, end);
        if (early || late) {
            violations.add(() ->
                    "ordinal %d of %s was issued at %s, %s"
                            .formatted(
                                    coupon.ordinal(),
                                    coupon.userId(),
                                    evidence.afterStart(coupon.issuedAt()),
                                    early ? "before the start" : "at or after the end"));
        }
    }

    private static void checkAck(Evidence evidence, Ask ask, Violations violations) {
        if (ask.outcome() instanceof Issued
                && evidence.surelyBefore(ask.doneNanos(), evidence.startNanos())) {
            violations.add(() ->
                    "%s had a coupon at %s"
                            .formatted(ask.userId(), evidence.afterStart(ask.doneNanos())));
        }
    }

    private static void checkCauses(Evidence evidence, Violations violations) {
        Instant end = evidence.campaign().end();
        if (end == null) {
            return;
        }
        long endNanos = Campaign.epochNanos(end);
        for (Decision decision : evidence.decisions()) {
            if (evidence.surelyBefore(endNanos, decision.fromNanos())) {
                violations.add(() ->
                        "ordinal %d of %s was asked for at %s only, after the end at %s"
                                .formatted(
                                        decision.coupon().ordinal(),
                                        decision.coupon().userId(),
                                        evidence.afterStart(decision.fromNanos()),
                                        evidence.afterStart(endNanos)));
            }
        }
    }
}
