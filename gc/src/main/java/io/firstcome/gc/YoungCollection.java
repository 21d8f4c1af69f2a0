package io.firstcome.gc;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;

/// A collection of the youngest objects at a time of our choice, which the JVM does by itself only
/// when their room is full: so it is filled.
final class YoungCollection {
    /// By which the serial collector goes. Others stop the threads for less long.
    private static final String COLLECTOR = "Copy";

    private static final String ROOM = "Eden Space";
    private static final int PIECE_BYTES = 1 << 16;
    private static final byte[] NOTHING = new byte[0];

    /// Other threads might read it, so that no compiler leaves it out.
    @SuppressWarnings("UnusedVariable")
    private static volatile byte[] piece = NOTHING;

    private YoungCollection() {}

    /// Collects, where this JVM has the serial collector; returns when it has been done.
    static void run() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector.getName().equals(COLLECTOR)) {
                fill(collector, roomBytes());
            }
        }
    }

    private static long roomBytes() {
        List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
        return pools.stream()
                .filter(pool -> pool.getName().equals(ROOM))
                .mapToLong(pool -> pool.getUsage().getCommitted())
                .sum();
    }

    private static void fill(GarbageCollectorMXBean collector, long roomBytes) {
        long before = collector.getCollectionCount();
        for (long filled = 0; filled <= roomBytes; filled += PIECE_BYTES) {
            if (collector.getCollectionCount() != before) {
                break;
            }
            piece = new byte[PIECE_BYTES];
        }
        piece = NOTHING;
    }
}
