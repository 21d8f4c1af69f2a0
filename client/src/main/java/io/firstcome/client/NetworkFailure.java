package io.firstcome.client;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.Status;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/// Says what it means for a call that no answer came.
final class NetworkFailure {
    private NetworkFailure() {}

    /// The failure of an attempt at `uri` that ended with `thrown`.
    static Failure of(Throwable thrown, URI uri) {
        return switch (cause(thrown)) {
            case ConnectException _, HttpConnectTimeoutException _ ->
                    failure(
                            Code.UNAVAILABLE,
                            Failure.UNREACHABLE,
                            "No server answers at " + authority(uri) + ". Nothing was sent.",
                            "서버에 연결할 수 없습니다. 요청은 전송되지 않았습니다.");
            case TimeoutException _ ->
                    failure(
                            Code.DEADLINE_EXCEEDED,
                            "TIMED_OUT",
                            "No answer came in time. The call may have taken effect or not.",
                            "제한 시간 안에 응답이 없습니다. 처리되었을 수도 있습니다.");
            case Throwable cause ->
                    failure(
                            Code.UNAVAILABLE,
                            "REPLY_LOST",
                            "The answer was lost (%s). The call may have taken effect or not."
                                    .formatted(cause),
                            "응답을 받지 못했습니다. 처리되었을 수도 있습니다.");
        };
    }

    /// The failure of a call that its caller gave up.
    static Failure interrupted() {
        return failure(
                Code.CANCELLED,
                "INTERRUPTED",
                "The caller was interrupted. The call may have taken effect or not.",
                "호출이 중단되었습니다. 처리되었을 수도 있습니다.");
    }

    /// The failure of a stream that was closed while somebody waited for its next message.
    static Failure closed() {
        return failure(
                Code.CANCELLED, "CLOSED", "The stream was closed by its caller.", "스트림이 닫혔습니다.");
    }

    private static Throwable cause(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return thrown instanceof CompletionException && cause != null ? cause : thrown;
    }

    private static String authority(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private static Failure failure(Code code, String reason, String english, String korean) {
        ErrorInfo info = ErrorInfo.newBuilder().setReason(reason).setDomain(Failure.CLIENT).build();
        LocalizedMessage localized =
                LocalizedMessage.newBuilder().setLocale("ko-KR").setMessage(korean).build();
        return new Failure(
                Status.newBuilder()
                        .setCode(code.getNumber())
                        .setMessage(english)
                        .addDetails(Any.pack(info))
                        .addDetails(Any.pack(localized))
                        .build());
    }
}
