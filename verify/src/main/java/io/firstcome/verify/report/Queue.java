package io.firstcome.verify.report;

import io.firstcome.check.Ask;
import io.firstcome.check.Coupon;
import io.firstcome.check.History;
import io.firstcome.check.Outcome.Issued;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Those who won, in the order in which they asked.
///
/// @param places in order of their winning asks
/// @param lost how many new coupons are listed of which nobody heard as new: their place is unknown
/// @param largest the overtaking over the longest time; null: nobody was overtaken
record Queue(List<Place> places, long lost, @Nullable Overtaking largest) {
    /// When the ask was sent that was answered with a new coupon, and which one it was.
    record Place(String userId, long sentNanos, long ordinal) {}

    /// Two of whom the later one to ask has the smaller ordinal.
    record Overtaking(Place earlier, Place later) {
        long nanos() {
            return later.sentNanos() - earlier.sentNanos();
        }
    }

    static Queue of(History history) {
        List<Place> places = new ArrayList<>();
        for (Ask ask : history.asks()) {
            if (ask.outcome() instanceof Issued(Coupon coupon, boolean again) && !again) {
                places.add(new Place(ask.userId(), ask.sentNanos(), coupon.ordinal()));
            }
        }
        places.sort(Comparator.comparingLong(Place::sentNanos).thenComparing(Place::ordinal));
        return new Queue(List.copyOf(places), lost(history, places), largest(places));
    }

    private static long lost(History history, List<Place> places) {
        Set<Long> known = new HashSet<>();
        history.before().coupons().forEach(coupon -> known.add(coupon.ordinal()));
        places.forEach(place -> known.add(place.ordinal()));
        return history.after().coupons().stream()
                .filter(coupon -> !known.contains(coupon.ordinal()))
                .count();
    }

    /// From the largest ordinal down: who has asked first of those with a larger one? Of those whom
    /// a faulty server gave the same, none overtakes another.
    private static @Nullable Overtaking largest(List<Place> places) {
        Comparator<Place> up = Comparator.comparing(Place::ordinal).thenComparing(Place::sentNanos);
        List<Place> down = places.stream().sorted(up.reversed()).toList();
        Overtaking largest = null;
        Place first = null;
        for (Place place : down) {
            if (first != null && place.sentNanos() > first.sentNanos()) {
                largest = larger(largest, new Overtaking(first, place));
            } else {
                first = place;
            }
        }
        return largest;
    }

    /// How many pairs of winners there are of whom the later one to ask has the smaller ordinal:
    /// inversions, counted while sorting by ordinal.
    long overtakings() {
        long[] ordinals = places.stream().mapToLong(Place::ordinal).toArray();
        return inversions(ordinals, new long[ordinals.length], 0, ordinals.length);
    }

    /// How many pairs there are at all.
    long pairs() {
        return places.size() * (places.size() - 1L) / 2;
    }

    private static long inversions(long[] numbers, long[] scratch, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long found =
                inversions(numbers, scratch, from, middle)
                        + inversions(numbers, scratch, middle, to);
        int left = from;
        int right = middle;
        for (int next = from; next < to; next++) {
            if (right == to || (left < middle && numbers[left] <= numbers[right])) {
                scratch[next] = numbers[left++];
            } else {
                found += middle - left;
                scratch[next] = numbers[right++];
            }
        }
        System.arraycopy(scratch, from, numbers, from, to - from);
        return found;
    }

    private static Overtaking larger(@Nullable Overtaking one, Overtaking other) {
        return one == null || one.nanos() < other.nanos() ? other : one;
    }
}
