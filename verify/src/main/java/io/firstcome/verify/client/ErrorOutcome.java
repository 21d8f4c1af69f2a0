package io.firstcome.verify.client;

import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;

/// What an error of Firstcome's API says, whatever the protocol: a refusal by its reason, a fault
/// by its code.
final class ErrorOutcome {
    private static final int SHOWN_MAX = 120;

    private ErrorOutcome() {}

    /// @param answer what it is called when it makes no sense
    /// @param code as Connect writes it; empty when absent
    /// @param reason of its `google.rpc.ErrorInfo`; empty when absent
    static Outcome of(String answer, String code, String reason) {
        return switch (reason) {
            case "SOLD_OUT" -> new Refused(Refusal.SOLD_OUT);
            case "NOT_STARTED" -> new Refused(Refusal.NOT_STARTED);
            case "ENDED" -> new Refused(Refusal.ENDED);
            case "PAUSED" -> new Refused(Refusal.PAUSED);
            case "NOT_FOUND" -> new Refused(Refusal.NOT_FOUND);
            case "OVERLOADED", "EXPIRED" -> new Refused(Refusal.NOT_ATTEMPTED);
            default -> fault(answer, code, reason);
        };
    }

    /// A fault leaves open what happened, except where the server blames the request.
    private static Outcome fault(String answer, String code, String reason) {
        String said = reason.isEmpty() ? code : code + " " + reason;
        return switch (code) {
            case "unavailable", "deadline_exceeded", "aborted", "canceled" -> new Unknown(said);
            case "internal", "unknown", "data_loss" -> new Unknown(said);
            default -> unexpected(answer, said);
        };
    }

    /// An answer that makes no sense, shown in part.
    static Outcome unexpected(String answer, String said) {
        String shown = said.length() <= SHOWN_MAX ? said : said.substring(0, SHOWN_MAX) + "...";
        return new Unexpected(answer + " " + shown);
    }
}
