package io.firstcome.ledger.sql;

import java.util.ArrayList;
import java.util.List;

/// The coupons of a campaign from one ordinal to another, both included; none when the last is
/// below the first.
record OrdinalRange(long campaignNumber, int first, int last) {
    /// This range cut before every ordinal that is one more than a multiple of `size`; none when it
    /// is empty.
    List<OrdinalRange> cut(int size) {
        List<OrdinalRange> ranges = new ArrayList<>();
        for (long start = first; start <= last; start = ranges.getLast().last() + 1L) {
            long end = ((start - 1) / size + 1) * size;
            ranges.add(new OrdinalRange(campaignNumber, (int) start, (int) Math.min(last, end)));
        }
        return ranges;
    }

    int count() {
        return last - first + 1;
    }
}
