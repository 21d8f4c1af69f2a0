package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// When the owner of one coupon was told of it.
final class Telling {
    private long newSentNanos = Person.NEVER;
    private long doneNanos = Person.NEVER;

    /// All coupons of which their owners were told, exactly as they were told.
    static Map<Coupon, Telling> of(List<Ask> asks) {
        Map<Coupon, Telling> tellings = new HashMap<>();
        for (Ask ask : asks) {
            if (ask.outcome() instanceof Issued(Coupon coupon, boolean again)
                    && ask.userId().equals(coupon.userId())) {
                tellings.computeIfAbsent(coupon, _ -> new Telling()).add(ask, again);
            }
        }
        return tellings;
    }

    private void add(Ask ask, boolean again) {
        doneNanos = Math.min(doneNanos, ask.doneNanos());
        if (!again) {
            newSentNanos = Math.min(newSentNanos, ask.sentNanos());
        }
    }

    /// When the request was sent that was answered with it as new, or `NEVER`.
    long newSentNanos() {
        return newSentNanos;
    }

    /// When it was first told.
    long doneNanos() {
        return doneNanos;
    }
}
