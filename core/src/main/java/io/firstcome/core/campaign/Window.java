package io.firstcome.core.campaign;

/// When a campaign issues: from `startMicros` (included) to `endMicros` (excluded), both in
/// microseconds since 1970-01-01T00:00:00Z.
///
/// A window that ends at or before its start never opens; that is what ending a campaign before its
/// start leaves behind.
public record Window(long startMicros, long endMicros) {
    /// The end of a window without an end.
    public static final long NO_END = Long.MAX_VALUE;

    /// A window without an end.
    public static Window from(long startMicros) {
        return new Window(startMicros, NO_END);
    }

    public boolean hasEnd() {
        return endMicros != NO_END;
    }

    boolean hasStarted(long nowMicros) {
        return nowMicros >= startMicros;
    }

    boolean hasEnded(long nowMicros) {
        return nowMicros >= endMicros;
    }
}
