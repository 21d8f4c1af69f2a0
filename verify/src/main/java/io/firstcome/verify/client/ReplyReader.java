package io.firstcome.verify.client;

import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.verify.load.Reply;

import java.time.DateTimeException;

/// Reads answers of `issue.v1.IssueService/IssueCoupon` in JSON, over Connect or REST.
final class ReplyReader {
    private ReplyReader() {}

    /// What the status and the body of an answer say.
    static Outcome read(Reply reply) {
        String answer = "HTTP " + reply.status();
        try {
            return reply.status() == 200
                    ? success(Json.parse(reply.bodyText()))
                    : refusal(answer, JsonTokens.read(reply.bodyView(), JsonError::of));
        } catch (IllegalArgumentException | DateTimeException _) {
            return reply.status() >= 500
                    ? new Unknown(answer)
                    : ErrorOutcome.unexpected(answer, reply.bodyText());
        }
    }

    private static Outcome success(Json reply) {
        return new Issued(
                CampaignApi.coupon(reply.get("coupon")), reply.get("alreadyIssued").isTrue());
    }

    private static Outcome refusal(String answer, JsonError error) {
        return ErrorOutcome.of(answer, error.code(), error.reason());
    }
}
