package io.firstcome.verify.client;

import java.util.Base64;
import java.util.List;

/// How a gRPC call ended that did not end well.
///
/// @param code as Connect writes it
/// @param reason of the `google.rpc.ErrorInfo` in its details, or why they can not be read; empty
///   when absent
record GrpcStatus(String code, String reason) {
    private static final List<String> CODES =
            List.of(
                    "ok",
                    "canceled",
                    "unknown",
                    "invalid_argument",
                    "deadline_exceeded",
                    "not_found",
                    "already_exists",
                    "permission_denied",
                    "resource_exhausted",
                    "failed_precondition",
                    "aborted",
                    "out_of_range",
                    "unimplemented",
                    "internal",
                    "unavailable",
                    "data_loss",
                    "unauthenticated");
    private static final String UNKNOWN = "unknown";

    private static final int DETAILS = 3;
    private static final int TYPE_URL = 1;
    private static final int VALUE = 2;
    private static final int REASON = 1;

    /// @param number `grpc-status`; one that is not known counts as unknown, as gRPC has it
    /// @param details `grpc-status-details-bin`; empty when absent
    static GrpcStatus of(String number, String details) {
        return new GrpcStatus(code(number), reason(details));
    }

    private static String code(String number) {
        try {
            int code = Integer.parseInt(number);
            return code >= 0 && code < CODES.size() ? CODES.get(code) : UNKNOWN;
        } catch (NumberFormatException _) {
            return UNKNOWN;
        }
    }

    private static String reason(String details) {
        try {
            ProtoMessage status = ProtoMessage.parse(Base64.getDecoder().decode(details));
            for (ProtoMessage detail : status.messages(DETAILS)) {
                if (detail.text(TYPE_URL).endsWith("/google.rpc.ErrorInfo")) {
                    return detail.message(VALUE).text(REASON);
                }
            }
            return "";
        } catch (IllegalArgumentException broken) {
            return "details: " + broken.getMessage();
        }
    }
}
