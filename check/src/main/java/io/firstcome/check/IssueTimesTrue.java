package io.firstcome.check;

import java.util.Locale;

/// A coupon's own time lies between the request that caused it and the first answer that told of
/// it.
final class IssueTimesTrue implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        for (Decision decision : evidence.decisions()) {
            if (!decision.isEarlier()) {
                check(evidence, decision, violations);
            }
        }
        return violations.finding(
                "Issue times are true",
                String.format(
                        Locale.ROOT,
                        "%,d lie between request and answer",
                        evidence.decisions().size()));
    }

    private static void check(Evidence evidence, Decision decision, Violations violations) {
        if (evidence.issuedSurelyBefore(decision.coupon(), decision.fromNanos())) {
            violations.add(() -> text(evidence, decision, "asked for", decision.fromNanos()));
        } else if (evidence.issuedSurelyAfter(decision.coupon(), decision.untilNanos())) {
            violations.add(() -> text(evidence, decision, "told", decision.untilNanos()));
        }
    }

    private static String text(Evidence evidence, Decision decision, String what, long nanos) {
        return "ordinal %d of %s was issued at %s by its own time, but %s at %s"
                .formatted(
                        decision.coupon().ordinal(),
                        decision.coupon().userId(),
                        evidence.afterStart(decision.coupon().issuedAt()),
                        what,
                        evidence.afterStart(nanos));
    }
}
