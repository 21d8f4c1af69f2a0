package io.firstcome.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.rpc.Code;

import io.firstcome.client.Failure.Kind;
import io.firstcome.client.Transport.HttpReply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorReplyTest {
    @Test
    void readsCodeMessageAndDetails() {
        Failure failure =
                read(
                        429,
                        """
                        {"code":"resource_exhausted","message":"All coupons are issued.","details":[
                         {"type":"google.rpc.ErrorInfo","value":"CghTT0xEX09VVBIMZmlyc3Rjb21lLmlv",
                          "debug":{"reason":"SOLD_OUT"}}]}
                        """);

        assertThat(failure.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        assertThat(failure.reason()).isEqualTo("SOLD_OUT");
        assertThat(failure.message()).isEqualTo("All coupons are issued.");
    }

    @Test
    void knowsTheOneCodeThatIsSpelledDifferently() {
        assertThat(read(499, "{\"code\":\"canceled\"}").code()).isEqualTo(Code.CANCELLED);
    }

    @Test
    void aDetailThatSaysNothingHidesNoOther() {
        Failure failure =
                read(
                        429,
                        """
                        {"code":"resource_exhausted","details":[null,{},{"type":"a.B"},
                         {"type":"google.rpc.ErrorInfo","value":"CghTT0xEX09VVA"}]}
                        """);

        assertThat(failure.reason()).isEqualTo("SOLD_OUT");
    }

    @ParameterizedTest
    @CsvSource({
        "400, INTERNAL",
        "401, UNAUTHENTICATED",
        "403, PERMISSION_DENIED",
        "404, UNIMPLEMENTED",
        "429, UNAVAILABLE",
        "500, UNKNOWN",
        "502, UNAVAILABLE",
        "503, UNAVAILABLE",
        "504, UNAVAILABLE",
    })
    void takesTheCodeFromTheStatusWhenAProxyAnswers(int status, Code code) {
        assertThat(read(status, "<html>Bad Gateway</html>").code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "17",
                "{}",
                "{\"code\":null}",
                "{\"code\":\"of_a_later_version\"}",
                "{\"code\":{}}",
                "{\"code\":\"internal\",\"message\":{}}",
                "{\"code\":\"internal\",\"details\":{}}",
                "{\"code\":\"internal\",\"details\":[1]}",
                "{\"code\":\"internal\",\"details\":[{\"type\":\"a.B\",\"value\":\"%\"}]}",
                "{\"code\":\"internal\""
            })
    void whatIsNoErrorOfConnectTellsNothingOfTheEffect(String body) {
        Failure failure = read(503, body);

        assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(failure.message()).isEqualTo("HTTP status 503, not from Firstcome");
    }

    private static Failure read(int status, String body) {
        return ErrorReply.read(new HttpReply(status, ByteString.copyFromUtf8(body)));
    }
}
