package io.firstcome.verify;

import static java.util.Objects.requireNonNull;

import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// How many answers of each kind there were; counted by one thread, read by any.
final class Tally {
    /// What is told apart.
    enum Kind {
        NEW("new coupon"),
        AGAIN("same coupon again"),
        SOLD_OUT("sold out"),
        NOT_STARTED("not started"),
        NOT_ATTEMPTED("not attempted"),
        OTHER("other refusal"),
        UNKNOWN("unknown");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);

    Tally() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    void count(Outcome outcome) {
        counter(kind(outcome)).increment();
    }

    long of(Kind kind) {
        return counter(kind).sum();
    }

    long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    private LongAdder counter(Kind kind) {
        return requireNonNull(counts.get(kind));
    }

    private static Kind kind(Outcome outcome) {
        return switch (outcome) {
            case Issued issued -> issued.again() ? Kind.AGAIN : Kind.NEW;
            case Refused(Refusal refusal) -> kind(refusal);
            case Unknown _ -> Kind.UNKNOWN;
            case Unexpected _ -> Kind.OTHER;
        };
    }

    private static Kind kind(Refusal refusal) {
        return switch (refusal) {
            case SOLD_OUT -> Kind.SOLD_OUT;
            case NOT_STARTED -> Kind.NOT_STARTED;
            case NOT_ATTEMPTED -> Kind.NOT_ATTEMPTED;
            case ENDED, PAUSED, NOT_FOUND -> Kind.OTHER;
        };
    }
}
