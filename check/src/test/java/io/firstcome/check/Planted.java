package io.firstcome.check;

import java.util.List;

/// A history with one violation in it, and what the evidence must name.
record Planted(History history, List<String> named) {
    static Planted of(History history, String... named) {
        return new Planted(history, List.of(named));
    }

    static String ordinalOf(Coupon coupon) {
        return "ordinal " + coupon.ordinal() + " of " + coupon.userId();
    }
}
