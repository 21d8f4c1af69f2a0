package io.firstcome.gc;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;

/// A collection of all objects, old ones too, before their room is full. The JVM does it by itself
/// only then: all threads stand still for some tenths of a second, and that comes just when many
/// connect, each of whom needs 12 KB that stay.
final class FullCollection {
    /// Of the serial collector.
    private static final String ROOM = "Tenured Gen";

    /// A crowd of 20,000 finds room in what is left of a gigabyte.
    private static final double NEARLY_FULL = 0.5;

    /// By so much of the room the old ones must have grown, or it would not become less full.
    private static final double WORTH_IT = 0.1;

    /// It takes up to two seconds for so many bytes, and with more of them so long that a server
    /// would be taken for dead.
    private static final long MOST_BYTES = 1L << 30;

    private FullCollection() {}

    /// Collects when there is not much room left, more of it can be had, and it does not take long;
    /// does nothing in a JVM without the serial collector.
    static void runWhenNearlyFull() {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getName().equals(ROOM) && isDue(pool.getUsage(), pool.getCollectionUsage())) {
                System.gc();
            }
        }
    }

    /// @param last after the last collection of the old ones
    static boolean isDue(MemoryUsage now, MemoryUsage last) {
        long used = now.getUsed();
        return used > NEARLY_FULL * now.getMax()
                && used - last.getUsed() > WORTH_IT * now.getMax()
                && used <= MOST_BYTES;
    }
}
