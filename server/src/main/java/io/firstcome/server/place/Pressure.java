package io.firstcome.server.place;

/// Whether threads have been busy for so long that it is worth giving each a place of its own.
///
/// Not sooner: a place that can not be left makes a thread wait for whoever is there, which in the
/// first seconds of a server is a compiler, and in a short drop nobody gains from it. Not given up
/// at once either: after one drop another is likely.
final class Pressure {
    /// Of a processor, for each thread. Event loops that hand everything on to a committer which
    /// has all it can do are at 0.3.
    static final double BUSY_SHARE = 0.2;

    static final int SECONDS_UNTIL_LASTING = 5;
    static final int SECONDS_UNTIL_OVER = 30;

    private int busySeconds;
    private int quietSeconds;
    private boolean isLasting;

    /// Counts a second.
    ///
    /// @param share of a processor that each thread used in it
    /// @return whether the pressure lasts
    boolean afterSecond(double share) {
        boolean isBusy = share >= BUSY_SHARE;
        busySeconds = isBusy ? busySeconds + 1 : 0;
        quietSeconds = isBusy ? 0 : quietSeconds + 1;
        isLasting =
                isLasting
                        ? quietSeconds < SECONDS_UNTIL_OVER
                        : busySeconds >= SECONDS_UNTIL_LASTING;
        return isLasting;
    }
}
