package io.firstcome.check;

import java.util.ArrayList;
import java.util.List;

/// When a listed coupon was decided, as far as its asker can tell: after `fromNanos`, when the
/// request was sent that may have caused it, and before `untilNanos`, when it was first told.
record Decision(Coupon coupon, long fromNanos, long untilNanos) {
    /// The decisions of all listed coupons that somebody asked for or that were there before.
    static List<Decision> of(Evidence evidence) {
        List<Decision> decisions = new ArrayList<>(evidence.listed().size());
        for (Coupon coupon : evidence.listed()) {
            Person holder = evidence.holder(coupon);
            if (holder.earlier() != null) {
                decisions.add(new Decision(coupon, Long.MIN_VALUE, Long.MIN_VALUE));
            } else if (holder.mayHaveIssued()) {
                decisions.add(new Decision(coupon, holder.causeNanos(), holder.ackedNanos()));
            }
        }
        return decisions;
    }

    /// Whether the coupon was there before anybody asked.
    boolean isEarlier() {
        return fromNanos == Long.MIN_VALUE;
    }

    /// The coupon's own word of when it was decided.
    long issuedNanos() {
        return Campaign.epochNanos(coupon.issuedAt());
    }
}
