package io.firstcome.verify.adapter;

import io.firstcome.check.Fact;

import java.util.EnumSet;
import java.util.Set;

/// What a system leaves untold, by its adapter and by what a run could find out.
///
/// @param start whether the start is not known on a known clock
/// @param everyAnswer whether an answer was lost, or there may be coupons from before the run
record Untold(boolean start, boolean everyAnswer) {
    Set<Fact> facts(Adapter adapter) {
        CouponPaths told = adapter.bestTold();
        CouponList list = adapter.list();
        Set<Fact> untold = EnumSet.noneOf(Fact.class);
        addIf(untold, Fact.USER, !adapter.namesUsers());
        addIf(untold, Fact.LIST, list == null);
        addIf(untold, Fact.EVERY_COUPON, list == null && everyAnswer);
        addIf(untold, Fact.ORDINAL, told.ordinal() == null);
        addIf(untold, Fact.ISSUE_TIME, told.issuedAt() == null);
        addIf(untold, Fact.CODE, told.code() == null);
        addIf(untold, Fact.WHICH_COUPON, !adapter.answersTellWhich());
        addIf(untold, Fact.COUNT, list == null || list.count() == null);
        addIf(untold, Fact.START, start);
        return untold;
    }

    private static void addIf(Set<Fact> facts, Fact fact, boolean isUntold) {
        if (isUntold) {
            facts.add(fact);
        }
    }
}
