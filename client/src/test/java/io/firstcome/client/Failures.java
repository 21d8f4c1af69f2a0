package io.firstcome.client;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;

/// Failures as servers tell them.
final class Failures {
    private Failures() {}

    static Failure of(Code code, String reason) {
        return new Failure(status(code, reason).build());
    }

    static Failure overloaded(long retryMillis) {
        com.google.protobuf.Duration delay =
                com.google.protobuf.Duration.newBuilder()
                        .setSeconds(retryMillis / 1_000)
                        .setNanos((int) (retryMillis % 1_000) * 1_000_000)
                        .build();
        return new Failure(
                status(Code.UNAVAILABLE, "OVERLOADED")
                        .addDetails(Any.pack(RetryInfo.newBuilder().setRetryDelay(delay).build()))
                        .build());
    }

    private static Status.Builder status(Code code, String reason) {
        ErrorInfo info = ErrorInfo.newBuilder().setDomain("firstcome.io").setReason(reason).build();
        return Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage("message of " + reason)
                .addDetails(Any.pack(info));
    }
}
