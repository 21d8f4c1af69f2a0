package io.firstcome.connect.json;

import io.firstcome.connect.InvalidRequestException;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/// The names that one object gave so far: those its type knows by their numbers, others as they
/// are.
final class GivenNames {
    private final long[] known;
    private @Nullable Set<String> unknown;

    /// @param count of the names that the type knows
    GivenNames(int count) {
        known = new long[(count + Long.SIZE - 1) / Long.SIZE];
    }

    boolean has(int name) {
        return (known[name / Long.SIZE] & 1L << name) != 0;
    }

    void add(int name) {
        known[name / Long.SIZE] |= 1L << name;
    }

    /// Adds the name that `json` read last; it must be new.
    void addUnknown(JsonReader json) throws InvalidRequestException {
        if (unknown == null) {
            unknown = new HashSet<>();
        }
        json.requireNew(unknown);
    }
}
