package io.firstcome.verify.client;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// What people hear in a rush, as Firstcome writes it: a coupon, and that all are issued.
final class SampleAnswers {
    private static final SampleAnswer COUPON =
            SampleAnswer.of(
                    200,
                    """
                    {"coupon":{"campaignId":"practice","userId":"kim","ordinal":1,\
                    "code":"마7부1마더고거조러","issuedAt":"2026-11-23T03:32:38.368048Z"}}\
                    """);

    private static final SampleAnswer CONNECT_SOLD_OUT =
            SampleAnswer.of(
                    429,
                    """
                    {"code":"resource_exhausted","message":"All coupons are issued.",\
                    "details":[{"type":"google.rpc.ErrorInfo",\
                    "value":"CghTT0xEX09VVBIMZmlyc3Rjb21lLmlv",\
                    "debug":{"reason":"SOLD_OUT","domain":"firstcome.io"}}]}\
                    """);

    /// No two of them are the same where each says how long to wait.
    private static final SampleAnswer CONNECT_NOT_STARTED = connectNotStarted("1.250s");

    private static final SampleAnswer CONNECT_NOT_STARTED_YET = connectNotStarted("0.750s");

    private static final SampleAnswer REST_SOLD_OUT =
            SampleAnswer.of(
                    429,
                    """
                    {"type":"tag:firstcome.io,2026:SOLD_OUT","title":"Sold out",\
                    "reason":"SOLD_OUT","status":429,"detail":"All coupons are issued.",\
                    "code":"resource_exhausted"}\
                    """);

    /// The coupon as a message of protobuf.
    private static final byte[] PROTO_COUPON =
            HexFormat.of()
                    .parseHex(
                            "0a35"
                                    + "0a027078"
                                    + "12036b696d"
                                    + "1801"
                                    + "221aeba78837ebb68031eba788eb8d94eab3a0eab1b0eca1b0eb9fac"
                                    + "2a0c08d6e78ed8061080efbfaf01");

    private static final SampleAnswer GRPC_SOLD_OUT =
            new SampleAnswer(
                    200,
                    ByteBuffer.allocate(0),
                    Map.of(
                            "grpc-status",
                            "8",
                            "grpc-status-details-bin",
                            "CAgSF0FsbCBjb3Vwb25zIGFyZSBpc3N1ZWQuGkQKKHR5cGUuZ29vZ2xlYXBpcy5jb20vZ29v"
                                + "Z2xlLnJwYy5FcnJvckluZm8SGAoIU09MRF9PVVQSDGZpcnN0Y29tZS5pbw=="));

    private SampleAnswers() {}

    static List<SampleAnswer> of(Protocol protocol) {
        return switch (protocol) {
            case JSON ->
                    List.of(COUPON, CONNECT_NOT_STARTED, CONNECT_NOT_STARTED_YET, CONNECT_SOLD_OUT);
            case REST -> List.of(COUPON, REST_SOLD_OUT);
            case PROTO -> List.of(protoCoupon(), CONNECT_SOLD_OUT);
            case GRPC -> List.of(grpcCoupon(), GRPC_SOLD_OUT);
        };
    }

    private static SampleAnswer connectNotStarted(String retryDelay) {
        return SampleAnswer.of(
                400,
                """
                {"code":"failed_precondition","message":"The campaign has not started yet.",\
                "details":[{"type":"google.rpc.ErrorInfo",\
                "value":"CgtOT1RfU1RBUlRFRBIMZmlyc3Rjb21lLmlv",\
                "debug":{"reason":"NOT_STARTED","domain":"firstcome.io"}},\
                {"type":"google.rpc.RetryInfo","debug":{"retryDelay":"%s"}}]}\
                """
                        .formatted(retryDelay));
    }

    private static SampleAnswer protoCoupon() {
        return new SampleAnswer(200, ByteBuffer.wrap(PROTO_COUPON), Map.of());
    }

    /// Before the message stand a zero, since it is not compressed, and its length.
    private static SampleAnswer grpcCoupon() {
        ByteBuffer body =
                ByteBuffer.allocate(1 + Integer.BYTES + PROTO_COUPON.length)
                        .put((byte) 0)
                        .putInt(PROTO_COUPON.length)
                        .put(PROTO_COUPON)
                        .flip();
        return new SampleAnswer(200, body, Map.of("grpc-status", "0"));
    }
}
