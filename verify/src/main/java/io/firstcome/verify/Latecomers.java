package io.firstcome.verify;

/// Those of a crowd who come for the end of a campaign: the last quarter of the people, one after
/// another from just before it to just after it, each with all asks at once.
///
/// @param openNanos the opening, a `System.nanoTime()`
/// @param endNanos the end, a `System.nanoTime()`
record Latecomers(int users, long openNanos, long endNanos) implements Plan.Move {
    private static final int ONE_IN = 4;
    private static final long AROUND_NANOS = 500_000_000;

    Latecomers {
        if (endNanos <= openNanos) {
            throw new IllegalArgumentException(
                    "endNanos: " + endNanos + " (expected: > " + openNanos + ")");
        }
    }

    @Override
    public long dueNanos(int user, long dueNanos) {
        int late = Math.ceilDiv(users, ONE_IN);
        int place = user - (users - late) + 1;
        return place <= 0 ? dueNanos : endNanos + aroundNanos() * (2L * place - late) / late;
    }

    /// Nobody of them comes before the opening.
    private long aroundNanos() {
        return Math.min(AROUND_NANOS, endNanos - openNanos);
    }
}
