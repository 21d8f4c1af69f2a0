package io.firstcome.verify.client;

import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.verify.load.Reply;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/// Reads gRPC's answers of `issue.v1.IssueService/IssueCoupon`: one message, and how the call ended
/// in the trailers.
///
/// In a real drop nearly all answers are one and the same refusal, so the last one is remembered.
final class GrpcAnswerReader implements AnswerReader {
    private static final String OK = "0";
    private static final int PREFIX = 5;

    private String lastStatus = "";
    private String lastDetails = "";
    private Outcome lastRefusal = new Unknown("none yet");

    @Override
    public Outcome read(Reply reply) {
        String status = reply.trailer("grpc-status");
        if (status == null) {
            return withoutStatus(reply.status());
        }
        return status.equals(OK)
                ? success(reply.body())
                : error(
                        status,
                        Objects.requireNonNullElse(reply.trailer("grpc-status-details-bin"), ""));
    }

    /// Something that stands before the server answered, or what answered is no gRPC.
    static Outcome withoutStatus(int httpStatus) {
        String answer = "HTTP " + httpStatus;
        return httpStatus >= 500
                ? new Unknown(answer)
                : ErrorOutcome.unexpected(answer, "without grpc-status");
    }

    /// @param body a byte that tells whether the message is compressed, four of its length, and it
    static Outcome success(byte[] body) {
        boolean isOneMessage =
                body.length >= PREFIX
                        && body[0] == 0
                        && ByteBuffer.wrap(body).getInt(1) == body.length - PREFIX;
        return isOneMessage
                ? ProtoAnswerReader.success(Arrays.copyOfRange(body, PREFIX, body.length))
                : ErrorOutcome.unexpected(
                        "gRPC 0", "body: " + body.length + " bytes (expected: one message)");
    }

    private Outcome error(String status, String details) {
        if (status.equals(lastStatus) && details.equals(lastDetails)) {
            return lastRefusal;
        }
        Outcome outcome = outcome(status, details);
        if (outcome instanceof Refused) {
            lastStatus = status;
            lastDetails = details;
            lastRefusal = outcome;
        }
        return outcome;
    }

    static Outcome outcome(String status, String details) {
        GrpcStatus said = GrpcStatus.of(status, details);
        return ErrorOutcome.of("gRPC " + status, said.code(), said.reason());
    }
}
