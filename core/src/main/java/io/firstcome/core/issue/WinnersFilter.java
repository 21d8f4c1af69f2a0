package io.firstcome.core.issue;

import io.firstcome.core.campaign.UserId;

/// Tells "surely not a winner" from "maybe a winner" of a campaign that issues no more.
///
/// A Bloom filter of 10 bits a winner and 7 probes (double hashing, Kirsch and Mitzenmacher 2006):
/// it never denies a winner, and takes about 1 other in 120 for one.
final class WinnersFilter {
    private static final int BITS_PER_WINNER = 10;
    private static final int PROBES = 7;
    private static final long IN_USE_MICROS = 1_000_000;

    private final int winners;
    private final long[] words;
    private volatile long usedMicros;

    /// @param winners how many users will be added
    WinnersFilter(int winners) {
        this.winners = winners;
        this.words = new long[Math.toIntExact((long) winners * BITS_PER_WINNER / Long.SIZE + 1)];
    }

    /// How many winners the campaign had when this filter was made; it speaks of no other count.
    int winners() {
        return winners;
    }

    /// Notes that it is used at `nowMicros`.
    void use(long nowMicros) {
        // Once a second is exact enough, and spares the threads that ask writing in turns.
        if (!isInUse(nowMicros)) {
            usedMicros = nowMicros;
        }
    }

    /// Whether it was used within about the last second.
    boolean isInUse(long nowMicros) {
        return nowMicros - usedMicros < IN_USE_MICROS;
    }

    /// When it was last used, give or take a second.
    long usedMicros() {
        return usedMicros;
    }

    void add(UserId user) {
        long hash = user.hash64(0);
        long step = stepOf(hash);
        for (int i = 0; i < PROBES; i++, hash += step) {
            long bit = bitOf(hash);
            words[(int) (bit >>> 6)] |= 1L << bit;
        }
    }

    boolean mayContain(UserId user) {
        long hash = user.hash64(0);
        long step = stepOf(hash);
        for (int i = 0; i < PROBES; i++, hash += step) {
            long bit = bitOf(hash);
            if ((words[(int) (bit >>> 6)] & 1L << bit) == 0) {
                return false;
            }
        }
        return true;
    }

    private static long stepOf(long hash) {
        return Long.rotateLeft(hash, 32) | 1;
    }

    private long bitOf(long hash) {
        return Math.unsignedMultiplyHigh(hash, (long) words.length * Long.SIZE);
    }
}
