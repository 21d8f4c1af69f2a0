package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;

import java.util.ArrayList;
import java.util.List;

/// When a listed coupon was decided, as far as its asker can tell: after `fromNanos`, when the
/// request was sent that may have caused it, and before `untilNanos`, when it was first told.
record Decision(Coupon coupon, long fromNanos, long untilNanos) {
    /// The decisions of all listed coupons that somebody asked for or that were there before.
    static List<Decision> of(Evidence evidence) {
        List<Decision> decisions = new ArrayList<>(evidence.listed().size());
        for (Coupon coupon : evidence.listed()) {
            if (evidence.earlierFor(coupon.userId()) != null) {
                decisions.add(new Decision(coupon, Long.MIN_VALUE, Long.MIN_VALUE));
            } else if (!evidence.asksOf(coupon.userId()).isEmpty()) {
                decisions.add(of(coupon, evidence.asksOf(coupon.userId())));
            }
        }
        return decisions;
    }

    private static Decision of(Coupon coupon, List<Ask> asks) {
        return new Decision(coupon, earliestCause(asks), earliestAck(asks));
    }

    /// The one ask that was answered with a new coupon; where its answer was lost, the earliest of
    /// those that may have been it.
    private static long earliestCause(List<Ask> asks) {
        long first = Long.MAX_VALUE;
        for (Ask ask : asks) {
            if (ask.outcome() instanceof Issued issued && !issued.again()) {
                return ask.sentNanos();
            }
            if (ask.outcome().mayHaveIssued()) {
                first = Math.min(first, ask.sentNanos());
            }
        }
        return first == Long.MAX_VALUE ? Long.MIN_VALUE : first;
    }

    /// When one of these asks was first answered with a coupon; never is `Long.MAX_VALUE`.
    static long earliestAck(List<Ask> asks) {
        return asks.stream()
                .filter(ask -> ask.outcome() instanceof Issued)
                .mapToLong(Ask::doneNanos)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
