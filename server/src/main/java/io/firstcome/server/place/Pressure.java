package io.firstcome.server.place;

/// Whether threads have been busy for so long that it is worth giving each a place of its own.
///
/// Not sooner: a place that can not be left makes a thread wait for whoever is there, which in the
/// first seconds of a server is a compiler, and in a short drop nobody gains from it. Not given up
/// at once either: after one drop another is likely.
final class Pressure {
    /// Of a processor. A committer that has all it can do, and each of two event loops that hand
    /// everything on to it, are at 0.3; they wait much.
    static final double BUSY_SHARE = 0.2;

    static final int SECONDS_REMEMBERED = 30;
    static final int SECONDS_UNTIL_LASTING = 5;

    private static final long REMEMBERED = (1L << SECONDS_REMEMBERED) - 1;

    /// A bit for each second, the latest is the lowest; set when it was busy.
    private long seconds;

    private boolean isLasting;

    /// Counts a second.
    ///
    /// @param share of a processor that each thread used in it
    /// @return whether the pressure lasts: from some busy seconds on until none is remembered
    boolean afterSecond(double share) {
        seconds = (seconds << 1 | (share >= BUSY_SHARE ? 1 : 0)) & REMEMBERED;
        isLasting = isLasting ? seconds != 0 : Long.bitCount(seconds) >= SECONDS_UNTIL_LASTING;
        return isLasting;
    }
}
