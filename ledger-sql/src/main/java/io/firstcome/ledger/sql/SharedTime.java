package io.firstcome.ledger.sql;

import java.time.InstantSource;

/// What a node knows of the time of the database, which decides.
///
/// As a source of instants it is never behind the database, and before it by no more than the
/// uncertainty: what has not begun by it has surely not begun.
interface SharedTime extends InstantSource {
    /// Takes note of what the database said.
    ///
    /// @param askedNanos when it was asked, by [System#nanoTime]
    /// @return the database's time
    long heard(long databaseMicros, long askedNanos);

    /// How far what is known may be from the database's time, in microseconds.
    long doubtMicros();

    /// The time that the database had surely reached at a moment, if its clock was not set back
    /// since it was heard of.
    ///
    /// @param atNanos by [System#nanoTime]
    long surelyMicros(long atNanos);
}
