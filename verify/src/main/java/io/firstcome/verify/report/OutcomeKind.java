package io.firstcome.verify.report;

import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;

/// The kinds of outcomes that a report tells apart.
public enum OutcomeKind {
    NEW("new coupon"),
    AGAIN("same coupon again"),
    SOLD_OUT("sold out"),
    NOT_STARTED("not started"),
    ENDED("ended"),
    PAUSED("paused"),
    NOT_FOUND("not found"),
    ALREADY_ISSUED("already has one"),
    NOT_ATTEMPTED("not attempted"),
    UNEXPECTED("unexpected answer"),
    UNKNOWN("unknown");

    private final String label;

    OutcomeKind(String label) {
        this.label = label;
    }

    /// As a person reads it.
    public String label() {
        return label;
    }

    static OutcomeKind of(Outcome outcome) {
        return switch (outcome) {
            case Issued issued -> issued.again() ? AGAIN : NEW;
            case Refused(Refusal refusal) -> of(refusal);
            case Unexpected _ -> UNEXPECTED;
            case Unknown _ -> UNKNOWN;
        };
    }

    private static OutcomeKind of(Refusal refusal) {
        return switch (refusal) {
            case SOLD_OUT -> SOLD_OUT;
            case NOT_STARTED -> NOT_STARTED;
            case ENDED -> ENDED;
            case PAUSED -> PAUSED;
            case NOT_FOUND -> NOT_FOUND;
            case ALREADY_ISSUED -> ALREADY_ISSUED;
            case NOT_ATTEMPTED -> NOT_ATTEMPTED;
        };
    }
}
