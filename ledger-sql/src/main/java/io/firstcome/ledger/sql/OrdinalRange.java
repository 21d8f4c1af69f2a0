package io.firstcome.ledger.sql;

import java.util.ArrayList;
import java.util.List;

/// The coupons of a campaign from one ordinal to another, both included.
record OrdinalRange(long campaignNumber, int first, int last) {
    /// The ordinals from 1 to `last` in ranges of at most `countMax`.
    static List<OrdinalRange> split(long campaignNumber, int last, int countMax) {
        List<OrdinalRange> ranges = new ArrayList<>();
        for (long first = 1; first <= last; first += countMax) {
            int end = (int) Math.min(last, first + countMax - 1);
            ranges.add(new OrdinalRange(campaignNumber, (int) first, end));
        }
        return ranges;
    }

    int count() {
        return last - first + 1;
    }
}
