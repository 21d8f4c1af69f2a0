package io.firstcome.ledger.sql;

import java.util.ArrayList;
import java.util.List;

/// The coupons of a campaign from one ordinal to another, both included; none when the last is
/// below the first.
record OrdinalRange(long campaignNumber, int first, int last) {
    /// This range in ranges of at most `countMax`; none when it is empty.
    List<OrdinalRange> split(int countMax) {
        List<OrdinalRange> ranges = new ArrayList<>();
        for (long start = first; start <= last; start += countMax) {
            int end = (int) Math.min(last, start + countMax - 1);
            ranges.add(new OrdinalRange(campaignNumber, (int) start, end));
        }
        return ranges;
    }

    int count() {
        return last - first + 1;
    }
}
