package io.firstcome.connect.json;

import com.google.rpc.BadRequest.FieldViolation;

import io.firstcome.connect.InvalidRequestException;

import java.util.ArrayList;
import java.util.List;

/// What is wrong with the fields of one request. Paths grow from their ends: whoever reads a member
/// notes its problems first and puts its name before them afterwards.
final class Problems {
    private static final int COUNT_MAX = 8;

    private final List<FieldViolation> violations = new ArrayList<>(0);

    int count() {
        return violations.size();
    }

    void add(String description) {
        if (violations.size() < COUNT_MAX) {
            violations.add(FieldViolation.newBuilder().setDescription(description).build());
        }
    }

    /// Puts `name` before the paths of all problems but the first `known`.
    void prefix(String name, int known) {
        for (int i = known; i < violations.size(); i++) {
            FieldViolation violation = violations.get(i);
            String rest = violation.getField();
            String dot = rest.isEmpty() || rest.startsWith("[") ? "" : ".";
            violations.set(i, violation.toBuilder().setField(name + dot + rest).build());
        }
    }

    void throwIfAny() throws InvalidRequestException {
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
    }
}
