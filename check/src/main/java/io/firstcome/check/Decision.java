package io.firstcome.check;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// When a listed coupon was decided, as far as its asker can tell: after `fromNanos`, when the
/// request was sent that may have caused it, and before `untilNanos`, when it was first told.
///
/// What nobody was told is decided at an unknown time: `NEVER` is its end.
record Decision(Coupon coupon, long fromNanos, long untilNanos) {
    /// The decisions of all listed coupons that somebody asked for or that were there before.
    static List<Decision> of(Evidence evidence) {
        Map<Coupon, Telling> tellings = Telling.of(evidence.asks());
        Set<Coupon> before = new HashSet<>(evidence.history().before().coupons());
        List<Decision> decisions = new ArrayList<>(evidence.listed().size());
        for (Coupon coupon : evidence.listed()) {
            Person holder = evidence.holder(coupon);
            if (before.contains(coupon)) {
                decisions.add(new Decision(coupon, Long.MIN_VALUE, Long.MIN_VALUE));
            } else if (holder.mayHaveIssued()) {
                decisions.add(asked(coupon, holder, tellings.get(coupon)));
            }
        }
        return decisions;
    }

    /// A person may have several coupons though they should not: each counts by its own answers.
    /// What was never told as new, though no answer was lost, may be of any ask.
    private static Decision asked(Coupon coupon, Person holder, @Nullable Telling telling) {
        if (telling == null) {
            long from = holder.earlier() == null ? holder.firstMayNanos() : Long.MIN_VALUE;
            return new Decision(coupon, from, Person.NEVER);
        }
        long until = telling.doneNanos();
        if (telling.newSentNanos() <= until) {
            return new Decision(coupon, telling.newSentNanos(), until);
        }
        long lost = holder.firstLostNanos();
        return new Decision(coupon, lost <= until ? lost : holder.firstAskNanos(), until);
    }

    /// Whether the coupon was there before anybody asked.
    boolean isEarlier() {
        return untilNanos == Long.MIN_VALUE;
    }
}
