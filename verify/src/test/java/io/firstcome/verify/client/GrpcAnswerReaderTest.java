package io.firstcome.verify.client;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;

class GrpcAnswerReaderTest {
    /// `coupon { user_id: "u" ordinal: 3 code: "c" issued_at { seconds: 150 } }`.
    private static final String MESSAGE = "0a 0d 12 01 75 18 03 22 01 63 2a 03 08 96 01";

    @Test
    void successCarriesTheCoupon() {
        assertThat(success("00 00 00 00 0f " + MESSAGE))
                .isInstanceOfSatisfying(
                        Issued.class,
                        issued -> {
                            assertThat(issued.coupon().userId()).isEqualTo("u");
                            assertThat(issued.coupon().ordinal()).isEqualTo(3);
                            assertThat(issued.again()).isFalse();
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00",
                "00 00 00 00",
                "00 00 00 00 00",
                "01 00 00 00 0f " + MESSAGE,
                "00 00 00 00 0e " + MESSAGE,
                "00 00 00 00 10 " + MESSAGE,
                "00 ff ff ff ff " + MESSAGE,
                "00 00 00 00 0f " + MESSAGE + " 00 00 00 00 0f " + MESSAGE,
                "00 00 00 00 02 0a 0d"
            })
    void whatIsNotOneMessageIsUnexpected(String body) {
        assertThat(success(body)).isInstanceOf(Unexpected.class);
    }

    @ParameterizedTest
    @CsvSource({
        "8, SOLD_OUT, SOLD_OUT",
        "9, NOT_STARTED, NOT_STARTED",
        "9, ENDED, ENDED",
        "9, PAUSED, PAUSED",
        "5, NOT_FOUND, NOT_FOUND",
        "8, OVERLOADED, NOT_ATTEMPTED",
        "4, EXPIRED, NOT_ATTEMPTED"
    })
    void reasonSaysWhichRefusal(String status, String reason, Refusal refusal) {
        assertThat(GrpcAnswerReader.outcome(status, details(reason)))
                .isEqualTo(new Refused(refusal));
    }

    @Test
    void paddingIsAsGood() {
        String padded = Base64.getEncoder().encodeToString(status("SOLD_OUT"));
        assertThat(padded).endsWith("=");
        assertThat(GrpcAnswerReader.outcome("8", padded)).isEqualTo(new Refused(Refusal.SOLD_OUT));
    }

    @ParameterizedTest
    @CsvSource({
        "1, canceled",
        "2, unknown",
        "4, deadline_exceeded",
        "10, aborted",
        "13, internal",
        "14, unavailable",
        "15, data_loss",
        "17, unknown",
        "-1, unknown",
        "x, unknown"
    })
    void faultsLeaveOpenWhatHappened(String status, String code) {
        assertThat(GrpcAnswerReader.outcome(status, "")).isEqualTo(new Unknown(code));
    }

    @Test
    void aReasonThatIsNoRefusalIsToldWithTheCode() {
        assertThat(GrpcAnswerReader.outcome("14", details("OUTCOME_UNKNOWN")))
                .isEqualTo(new Unknown("unavailable OUTCOME_UNKNOWN"));
        assertThat(GrpcAnswerReader.outcome("3", details("")))
                .isEqualTo(new Unexpected("gRPC 3 invalid_argument"));
        assertThat(GrpcAnswerReader.outcome("16", ""))
                .isEqualTo(new Unexpected("gRPC 16 unauthenticated"));
    }

    @Test
    void detailsThatCanNotBeReadRefuseNothing() {
        assertThat(GrpcAnswerReader.outcome("8", "~")).isInstanceOf(Unexpected.class);
        String cutOff = details("SOLD_OUT").substring(0, 20);
        assertThat(GrpcAnswerReader.outcome("8", cutOff))
                .isEqualTo(
                        new Unexpected(
                                "gRPC 8 resource_exhausted details: protobuf: cut off (expected: a"
                                        + " whole message)"));
        assertThat(GrpcAnswerReader.outcome("14", cutOff)).isInstanceOf(Unknown.class);
    }

    @Test
    void whatAnswersWithoutAStatusIsNoGrpc() {
        assertThat(GrpcAnswerReader.withoutStatus(502)).isEqualTo(new Unknown("HTTP 502"));
        assertThat(GrpcAnswerReader.withoutStatus(404))
                .isEqualTo(new Unexpected("HTTP 404 without grpc-status"));
    }

    private static Outcome success(String hex) {
        return GrpcAnswerReader.success(HexFormat.ofDelimiter(" ").parseHex(hex));
    }

    private static String details(String reason) {
        return Base64.getEncoder().withoutPadding().encodeToString(status(reason));
    }

    /// A `google.rpc.Status` with a detail of another type before the one that tells the reason.
    private static byte[] status(String reason) {
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        part(info, 1, reason.getBytes(UTF_8));
        part(info, 2, "firstcome".getBytes(UTF_8));
        ByteArrayOutputStream status = new ByteArrayOutputStream();
        status.writeBytes(new byte[] {8, 8});
        part(status, 2, "no more".getBytes(UTF_8));
        part(status, 3, any("google.rpc.RetryInfo", new byte[] {10, 2, 8, 1}));
        part(status, 3, any("google.rpc.ErrorInfo", info.toByteArray()));
        return status.toByteArray();
    }

    private static byte[] any(String type, byte[] value) {
        ByteArrayOutputStream any = new ByteArrayOutputStream();
        part(any, 1, ("type.googleapis.com/" + type).getBytes(UTF_8));
        part(any, 2, value);
        return any.toByteArray();
    }

    private static void part(ByteArrayOutputStream message, int field, byte[] part) {
        message.write(field << 3 | 2);
        message.write(part.length);
        message.writeBytes(part);
    }
}
