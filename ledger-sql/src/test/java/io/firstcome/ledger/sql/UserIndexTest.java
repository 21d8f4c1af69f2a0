package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.BitSet;
import java.util.SplittableRandom;

final class UserIndexTest {
    private static final int SEED = 7;

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 7, 1_000, 16_384, 16_385, 300_000})
    void findsEveryCouponThatWasAdded(int count) {
        UserIndex index = new UserIndex(0);
        int[] tags = randomTags(count);
        for (int i = 0; i < count; i++) {
            index.add(tags[i], i + 1);
        }
        for (int i = 0; i < count; i++) {
            assertFinds(index, tags[i], i + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5_000, 20_000, 300_000})
    void findsTheSameWhenItsSizeWasKnownBefore(int count) {
        UserIndex index = new UserIndex(count);
        int[] tags = randomTags(count);
        index.addAll(tags, 1);
        for (int i = 0; i < count; i++) {
            assertFinds(index, tags[i], i + 1);
        }
    }

    @Test
    void findsAllCouponsWithTheTagAndNoOther() {
        UserIndex index = new UserIndex(0);
        index.addAll(new int[] {10, 20, 10, 30, 10}, 1);
        assertThat(index.ordinals(10)).containsExactlyInAnyOrder(1, 3, 5);
        assertThat(index.ordinals(20)).containsExactly(2);
        assertThat(index.ordinals(40)).isEmpty();
        assertThat(index.size()).isEqualTo(5);
    }

    @Test
    void findsAllWhenManyUsersShareFewTags() {
        UserIndex index = new UserIndex(0);
        for (int ordinal = 1; ordinal <= 2_000; ordinal++) {
            index.add(ordinal % 4, ordinal);
        }
        for (int tag = 0; tag < 4; tag++) {
            int[] ordinals = index.ordinals(tag);
            assertThat(ordinals).hasSize(500).doesNotHaveDuplicates();
            for (int ordinal : ordinals) {
                assertThat(ordinal % 4).isEqualTo(tag);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 16_384, 100_000})
    void tellsEachCouponOnceByRangesOfTags(int count) {
        UserIndex index = new UserIndex(0);
        index.addAll(randomTags(count), 1);
        long range = (1L << 32) / 7 + 1;
        BitSet ordinals = new BitSet();
        for (long from = Integer.MIN_VALUE; from <= Integer.MAX_VALUE; from += range) {
            long end = from + range;
            for (long entry : index.entries(from, end)) {
                assertThat(entry >> 32).isBetween(from, end - 1);
                assertThat(ordinals.get((int) entry)).isFalse();
                ordinals.set((int) entry);
            }
        }
        assertThat(ordinals.cardinality()).isEqualTo(count);
        assertThat(ordinals.nextClearBit(1)).isEqualTo(count + 1);
    }

    @Test
    void takesAtMost24BytesACouponAlsoWhileItGrows() {
        SplittableRandom random = new SplittableRandom(SEED);
        UserIndex index = new UserIndex(0);
        long before = index.bytes();
        for (int count = 1; count <= 1_000_000; count++) {
            index.add(random.nextInt(), count);
            long after = index.bytes();
            if (count >= 50_000 && after != before) {
                // The old table of the one that grew is still there while it is copied.
                assertThat((after + (after - before) * 2) / count).isLessThanOrEqualTo(24);
            }
            before = after;
        }
        assertThat(index.bytes() / 1_000_000).isLessThanOrEqualTo(16);
    }

    /// Or the collector copies all of them, which stops everybody for some 20 ms.
    @ParameterizedTest
    @ValueSource(ints = {0, 300_000})
    void growsLittleByLittle(int expected) {
        SplittableRandom random = new SplittableRandom(SEED);
        UserIndex index = new UserIndex(expected);
        int count = 0;
        while (count < 1_000_000) {
            long before = index.bytes();
            int end = count + Math.max(1_000, count / 100);
            while (count < end) {
                index.add(random.nextInt(), ++count);
            }
            if (count > 50_000) {
                assertThat(index.bytes()).isLessThan(before + before / 20);
            }
        }
    }

    @Test
    void takesAtMost16BytesACouponWhenItsSizeWasKnownBefore() {
        UserIndex index = new UserIndex(1_000_000);
        index.addAll(randomTags(1_000_000), 1);
        assertThat(index.bytes() / 1_000_000).isLessThanOrEqualTo(16);
    }

    private static void assertFinds(UserIndex index, int tag, int expected) {
        assertThat(index.ordinals(tag)).contains(expected).hasSizeLessThan(5);
    }

    private static int[] randomTags(int count) {
        return new SplittableRandom(SEED).ints(count).toArray();
    }
}
