package io.firstcome.verify.client;

import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;

import java.util.Map;

/// What an error of Firstcome's API says, whatever the protocol: a refusal by its reason, a fault
/// by its code.
final class ErrorOutcome {
    private static final int SHOWN_MAX = 120;

    private static final Map<String, Refused> REFUSED =
            Map.of(
                    "SOLD_OUT", new Refused(Refusal.SOLD_OUT),
                    "NOT_STARTED", new Refused(Refusal.NOT_STARTED),
                    "ENDED", new Refused(Refusal.ENDED),
                    "PAUSED", new Refused(Refusal.PAUSED),
                    "NOT_FOUND", new Refused(Refusal.NOT_FOUND),
                    "OVERLOADED", new Refused(Refusal.NOT_ATTEMPTED),
                    "EXPIRED", new Refused(Refusal.NOT_ATTEMPTED));

    private ErrorOutcome() {}

    /// @param answer what it is called when it makes no sense
    /// @param code as Connect writes it; empty when absent
    /// @param reason of its `google.rpc.ErrorInfo`; empty when absent
    static Outcome of(String answer, String code, String reason) {
        Refused refused = REFUSED.get(reason);
        return refused == null ? fault(answer, code, reason) : refused;
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
