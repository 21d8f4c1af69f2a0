package io.firstcome.verify.load;

/// What a finished load amounted to.
///
/// @param sent requests written to a connection
/// @param answered requests with a whole response
/// @param unknown requests that may have happened: reset, timed out or unreadable
/// @param connectFailures attempts to connect that failed; no request was lost by them
public record LoadSummary(long sent, long answered, long unknown, long connectFailures) {}
