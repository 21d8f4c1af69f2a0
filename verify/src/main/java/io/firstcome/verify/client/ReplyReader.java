package io.firstcome.verify.client;

import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Unknown;

import java.time.DateTimeException;

/// Reads answers of `issue.v1.IssueService/IssueCoupon` in JSON, over Connect or REST.
final class ReplyReader {
    private ReplyReader() {}

    /// What an answer with this status and body says.
    static Outcome read(int status, String body) {
        try {
            return status == 200 ? success(Json.parse(body)) : refusal(status, Json.parse(body));
        } catch (IllegalArgumentException | DateTimeException _) {
            return status >= 500
                    ? new Unknown("HTTP " + status)
                    : ErrorOutcome.unexpected("HTTP " + status, body);
        }
    }

    private static Outcome success(Json reply) {
        return new Issued(
                CampaignApi.coupon(reply.get("coupon")), reply.get("alreadyIssued").isTrue());
    }

    private static Outcome refusal(int status, Json error) {
        return ErrorOutcome.of("HTTP " + status, error.get("code").text(), reason(error));
    }

    /// In a detail of Connect's errors, a member of its own in problem details; empty when absent.
    private static String reason(Json error) {
        for (Json detail : error.get("details").elements()) {
            String reason = detail.get("debug").get("reason").text();
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return error.get("reason").text();
    }
}
