package io.firstcome.bench;

/// All requests to one subject, warm-up included.
///
/// @param right answered as they should be
/// @param wrong answered otherwise
/// @param unknown not answered: they may have happened
record Counts(long right, long wrong, long unknown) {
    static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts other) {
        return new Counts(right + other.right, wrong + other.wrong, unknown + other.unknown);
    }
}
