package io.firstcome.verify.rehearse;

import io.firstcome.check.Campaign;
import io.firstcome.verify.Crowd;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// What a rehearsal itself takes.
///
/// @param asks how many are kept in this process's memory
/// @param coupons how many are issued at most: kept there too, and written to the disk
record Footprint(long asks, long coupons) {
    private static final long HEAP_BYTES = 128_000_000;
    private static final long HEAP_BYTES_PER_ASK = 120;
    private static final long HEAP_BYTES_PER_COUPON = 1_000;
    private static final long DISK_BYTES = 256_000_000;
    private static final long DISK_BYTES_PER_COUPON = 1_000;
    private static final long BYTES_PER_MEGABYTE = 1_000_000;

    static Footprint of(Campaign campaign, Crowd crowd) {
        Long limit = campaign.limit();
        return new Footprint(
                (long) crowd.users() * crowd.asks(),
                limit == null ? crowd.users() : Math.min(limit, crowd.users()));
    }

    /// What there is too little of for it here, as a sentence; null: nothing.
    @Nullable String lack(Stage stage) {
        return lack(Runtime.getRuntime().maxMemory(), stage.freeBytes());
    }

    @Nullable String lack(long heapMaxBytes, long freeBytes) {
        long heap = HEAP_BYTES + asks * HEAP_BYTES_PER_ASK + coupons * HEAP_BYTES_PER_COUPON;
        if (heap > heapMaxBytes) {
            return lack(
                    "memory",
                    heapMaxBytes,
                    heap,
                    "; fewer --users or --asks, or FIRSTCOME_JAVA_OPTS=-Xmx...");
        }
        long disk = DISK_BYTES + coupons * DISK_BYTES_PER_COUPON;
        return disk > freeBytes ? lack("disk", freeBytes, disk, " free in --data-dir") : null;
    }

    private String lack(String what, long bytes, long needed, String remedy) {
        return String.format(
                Locale.ROOT,
                "%s: %,d MB (expected: >= %,d MB for %,d asks and %,d coupons%s)",
                what,
                bytes / BYTES_PER_MEGABYTE,
                needed / BYTES_PER_MEGABYTE,
                asks,
                coupons,
                remedy);
    }
}
