package io.firstcome.core.campaign;

/// How often and when an operator changed a campaign.
///
/// @param version 1 when created, one more with each change
/// @param createdAtMicros microseconds since 1970-01-01T00:00:00Z, as is `updatedAtMicros`
public record Revision(long version, long createdAtMicros, long updatedAtMicros) {
    public Revision {
        if (version < 1) {
            throw new IllegalArgumentException("version: " + version + " (expected: >= 1)");
        }
    }

    static Revision first(long nowMicros) {
        return new Revision(1, nowMicros, nowMicros);
    }

    Revision next(long nowMicros) {
        return new Revision(version + 1, createdAtMicros, nowMicros);
    }
}
