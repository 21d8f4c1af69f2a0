package io.firstcome.ledger.sql;

import java.util.Arrays;
import java.util.stream.LongStream;

/// Who holds coupons of one campaign, compactly: the tag of each user and the ordinal of the
/// coupon.
///
/// Users may share a tag, so whoever looks one up must check each ordinal found against the coupon
/// itself; the answer is then exact. Small campaigns have one open-addressing table, larger ones
/// 256, each growing by itself and none together with many others, so growing takes little time and
/// little more memory: 11 to 16 bytes a coupon, 15 when the size was known before.
///
/// Thread-safe.
final class UserIndex {
    /// From this many coupons on, the index is spread over many tables.
    static final int SPREAD_FROM = 16_384;

    private static final int TABLES_BITS = 8;
    private static final int CAPACITY_MIN = 8;
    private static final int[] NONE = {};

    private int count;
    private int[] sizes;

    /// Tables of entries; an entry is a tag in the upper and an ordinal in the lower half, or 0 for
    /// none.
    private long[][] tables;

    /// @param expected how many coupons there will be at least
    UserIndex(int expected) {
        int tableCount = expected < SPREAD_FROM ? 1 : 1 << TABLES_BITS;
        this.sizes = new int[tableCount];
        this.tables = tables(tableCount, expected / tableCount);
    }

    /// Tables grow by half. As their first lengths differ by up to that, evenly, they grow one
    /// after the other; tables of one length would all grow within moments, and the collector would
    /// have to copy every one of them.
    private static long[][] tables(int tableCount, int sizeOfEach) {
        long[][] tables = new long[tableCount][];
        for (int i = 0; i < tableCount; i++) {
            double larger = Math.pow(1.5, (double) i / tableCount);
            tables[i] = new long[(int) (capacityFor(sizeOfEach) * larger)];
        }
        return tables;
    }

    private static int capacityFor(int size) {
        return Math.max(CAPACITY_MIN, Math.addExact(size, size / 2));
    }

    /// Adds the coupon `ordinal` of a user with this tag.
    synchronized void add(int tag, int ordinal) {
        insert(tag, ordinal);
    }

    /// Adds coupons with consecutive ordinals.
    synchronized void addAll(int[] tags, int firstOrdinal) {
        for (int i = 0; i < tags.length; i++) {
            insert(tags[i], firstOrdinal + i);
        }
    }

    /// The coupons of users with this tag, in no order; mostly none or one.
    synchronized int[] ordinals(int tag) {
        int[] found = NONE;
        long[] table = tables[tableOf(tag)];
        int slot = slotOf(tag, table.length);
        while (table[slot] != 0) {
            if (tagOf(table[slot]) == tag) {
                found = Arrays.copyOf(found, found.length + 1);
                found[found.length - 1] = ordinalOf(table[slot]);
            }
            slot = next(slot, table.length);
        }
        return found;
    }

    /// How many coupons there are.
    synchronized int size() {
        return count;
    }

    /// The coupons of users with a tag from `fromTag` to before `toTag`, by tag, each as the tag in
    /// the upper and the ordinal in the lower half.
    synchronized long[] entries(long fromTag, long toTag) {
        LongStream.Builder found = LongStream.builder();
        for (int i = 0; i < tables.length; i++) {
            if (mayHold(i, fromTag, toTag)) {
                for (long entry : tables[i]) {
                    if (entry != 0 && tagOf(entry) >= fromTag && tagOf(entry) < toTag) {
                        found.add(entry);
                    }
                }
            }
        }
        return found.build().sorted().toArray();
    }

    private boolean mayHold(int table, long fromTag, long toTag) {
        int first = table << (Integer.SIZE - TABLES_BITS);
        long end = first + (1L << (Integer.SIZE - TABLES_BITS));
        return tables.length == 1 || (first < toTag && end > fromTag);
    }

    /// Bytes of the tables.
    synchronized long bytes() {
        long entries = 0;
        for (long[] table : tables) {
            entries += table.length;
        }
        return entries * Long.BYTES;
    }

    private void insert(int tag, int ordinal) {
        if (count == SPREAD_FROM && tables.length == 1) {
            spread();
        }
        insert(entry(tag, ordinal));
        count++;
    }

    private void spread() {
        long[] entries = tables[0];
        sizes = new int[1 << TABLES_BITS];
        tables = tables(sizes.length, count / sizes.length);
        for (long entry : entries) {
            if (entry != 0) {
                insert(entry);
            }
        }
    }

    private void insert(long entry) {
        int table = tableOf(tagOf(entry));
        if (sizes[table] + 1 > tables[table].length - tables[table].length / 4) {
            tables[table] = grown(tables[table]);
        }
        put(tables[table], entry);
        sizes[table]++;
    }

    private static long[] grown(long[] table) {
        long[] larger = new long[capacityFor(table.length)];
        for (long entry : table) {
            if (entry != 0) {
                put(larger, entry);
            }
        }
        return larger;
    }

    private static void put(long[] table, long entry) {
        int slot = slotOf(tagOf(entry), table.length);
        while (table[slot] != 0) {
            slot = next(slot, table.length);
        }
        table[slot] = entry;
    }

    /// By the first bits of the tag.
    private int tableOf(int tag) {
        return tables.length == 1 ? 0 : tag >>> (Integer.SIZE - TABLES_BITS);
    }

    /// By the other bits, scaled to the table instead of divided by it, so that any length will do.
    private static int slotOf(int tag, int length) {
        return (int) ((Integer.toUnsignedLong(tag << TABLES_BITS) * length) >>> Integer.SIZE);
    }

    private static int next(int slot, int length) {
        return slot + 1 == length ? 0 : slot + 1;
    }

    private static long entry(int tag, int ordinal) {
        return (long) tag << Integer.SIZE | ordinal;
    }

    private static int tagOf(long entry) {
        return (int) (entry >>> Integer.SIZE);
    }

    private static int ordinalOf(long entry) {
        return (int) entry;
    }
}
