package io.firstcome.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.Status;

import io.firstcome.client.Failure.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {
    @ParameterizedTest
    @CsvSource({
        "RESOURCE_EXHAUSTED,  SOLD_OUT,           REFUSED",
        "FAILED_PRECONDITION, NOT_STARTED,        REFUSED",
        "FAILED_PRECONDITION, ENDED,              REFUSED",
        "FAILED_PRECONDITION, PAUSED,             REFUSED",
        "NOT_FOUND,           NOT_FOUND,          REFUSED",
        "INVALID_ARGUMENT,    INVALID,            REFUSED",
        "ALREADY_EXISTS,      ALREADY_EXISTS,     REFUSED",
        "ABORTED,             ETAG_MISMATCH,      REFUSED",
        "RESOURCE_EXHAUSTED,  TOO_LARGE,          REFUSED",
        "UNIMPLEMENTED,       UNSUPPORTED,        REFUSED",
        "UNAVAILABLE,         OVERLOADED,         NOT_ATTEMPTED",
        "UNAVAILABLE,         UNAVAILABLE,        NOT_ATTEMPTED",
        "DEADLINE_EXCEEDED,   EXPIRED,            NOT_ATTEMPTED",
        "DEADLINE_EXCEEDED,   TOO_SLOW,           NOT_ATTEMPTED",
        "UNAVAILABLE,         OUTCOME_UNKNOWN,    UNKNOWN",
        "DEADLINE_EXCEEDED,   DEADLINE_PASSED,    UNKNOWN",
        "INTERNAL,            INTERNAL,           UNKNOWN",
        "UNAVAILABLE,         OF_A_LATER_VERSION, UNKNOWN",
        "FAILED_PRECONDITION, OF_A_LATER_VERSION, REFUSED",
    })
    void theReasonSaysWhatIsKnownOfTheEffect(Code code, String reason, Kind kind) {
        assertThat(Failures.of(code, reason).kind()).isEqualTo(kind);
    }

    @Test
    void aReasonOfALaterVersionCanSayThatNothingWasAttempted() {
        ErrorInfo info =
                ErrorInfo.newBuilder()
                        .setDomain("firstcome.io")
                        .setReason("OF_A_LATER_VERSION")
                        .putMetadata("notAttempted", "true")
                        .build();

        assertThat(unavailable(Any.pack(info)).kind()).isEqualTo(Kind.NOT_ATTEMPTED);
    }

    @Test
    void aProxyIsNotBelievedThatNothingWasAttempted() {
        ErrorInfo info = ErrorInfo.newBuilder().setDomain("proxy").setReason("UNAVAILABLE").build();

        assertThat(unavailable(Any.pack(info)).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void aDetailThatCanNotBeReadIsLeftOut() {
        Any broken =
                Any.newBuilder()
                        .setTypeUrl("type.googleapis.com/google.rpc.ErrorInfo")
                        .setValue(ByteString.copyFromUtf8("\u0007"))
                        .build();

        Failure failure = unavailable(broken);

        assertThat(failure.reason()).isEmpty();
        assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(failure.koreanMessage()).isEqualTo("gone");
        assertThat(failure).hasToString("UNAVAILABLE: gone");
    }

    private static Failure unavailable(Any detail) {
        return new Failure(
                Status.newBuilder()
                        .setCode(Code.UNAVAILABLE_VALUE)
                        .setMessage("gone")
                        .addDetails(detail)
                        .build());
    }
}
