package io.firstcome.verify.client;

import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;
import io.firstcome.verify.load.Reply;

import java.time.DateTimeException;

/// Reads answers of `issue.v1.IssueService/IssueCoupon`.
///
/// In a real drop nearly all answers are one and the same refusal, so the last one is remembered by
/// its bytes.
public final class ReplyReader implements AnswerReader {
    private static final int SHOWN_MAX = 120;

    private byte[] lastBody = new byte[0];
    private int lastStatus;
    private Outcome lastRefusal = new Unknown("none yet");

    @Override
    public Outcome read(Reply reply) {
        if (reply.status() == lastStatus && reply.bodyEquals(lastBody)) {
            return lastRefusal;
        }
        Outcome outcome = read(reply.status(), reply.bodyText());
        if (outcome instanceof Refused) {
            lastStatus = reply.status();
            lastBody = reply.body();
            lastRefusal = outcome;
        }
        return outcome;
    }

    /// What an answer with this status and body says.
    static Outcome read(int status, String body) {
        try {
            return status == 200 ? success(Json.parse(body)) : refusal(status, Json.parse(body));
        } catch (IllegalArgumentException | DateTimeException _) {
            return status >= 500 ? new Unknown("HTTP " + status) : unexpected(status, body);
        }
    }

    private static Outcome success(Json reply) {
        return new Issued(
                CampaignApi.coupon(reply.get("coupon")), reply.get("alreadyIssued").isTrue());
    }

    private static Outcome refusal(int status, Json error) {
        String reason = reason(error);
        return switch (reason) {
            case "SOLD_OUT" -> new Refused(Refusal.SOLD_OUT);
            case "NOT_STARTED" -> new Refused(Refusal.NOT_STARTED);
            case "ENDED" -> new Refused(Refusal.ENDED);
            case "PAUSED" -> new Refused(Refusal.PAUSED);
            case "NOT_FOUND" -> new Refused(Refusal.NOT_FOUND);
            case "OVERLOADED", "EXPIRED" -> new Refused(Refusal.NOT_ATTEMPTED);
            default -> fault(status, error.get("code").text(), reason);
        };
    }

    private static String reason(Json error) {
        for (Json detail : error.get("details").elements()) {
            String reason = detail.get("debug").get("reason").text();
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return "";
    }

    /// A fault leaves open what happened, except where the server blames the request.
    private static Outcome fault(int status, String code, String reason) {
        String said = reason.isEmpty() ? code : code + " " + reason;
        return switch (code) {
            case "unavailable", "deadline_exceeded", "aborted", "canceled" -> new Unknown(said);
            case "internal", "unknown", "data_loss" -> new Unknown(said);
            default -> unexpected(status, said);
        };
    }

    private static Outcome unexpected(int status, String said) {
        String shown = said.length() <= SHOWN_MAX ? said : said.substring(0, SHOWN_MAX) + "...";
        return new Unexpected("HTTP " + status + " " + shown);
    }
}
