package io.firstcome.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.StringValue;
import com.google.rpc.RetryInfo;

import org.junit.jupiter.api.Test;

import java.util.List;

class RpcErrorTest {
    @Test
    void isCodeAndMessageWhenThereIsNoMore() {
        assertThat(json(new RpcError(Code.NOT_FOUND, "no such \"order\"\n<쿠폰>")))
                .isEqualTo(
                        """
                        {"code":"not_found","message":"no such \\"order\\"\\n<쿠폰>"}\
                        """);
    }

    @Test
    void encodesDetailsInUnpaddedBase64AndForPeople() {
        RetryInfo retry =
                RetryInfo.newBuilder().setRetryDelay(Duration.newBuilder().setSeconds(3)).build();
        assertThat(json(new RpcError(Code.UNAVAILABLE, "later", List.of(retry))))
                .isEqualTo(
                        """
                        {"code":"unavailable","message":"later","details":[\
                        {"type":"google.rpc.RetryInfo","value":"CgIIAw",\
                        "debug":{"retryDelay":"3s"}}]}\
                        """);
    }

    @Test
    void leavesOutWhatJsonCanNotSay() {
        Any unknown =
                Any.newBuilder()
                        .setTypeUrl("type.googleapis.com/no.Such")
                        .setValue(ByteString.copyFromUtf8("x"))
                        .build();
        assertThat(json(new RpcError(Code.ABORTED, "m", List.of(unknown))))
                .contains("\"type\":\"google.protobuf.Any\",\"value\":\"")
                .doesNotContain("debug");
    }

    @Test
    void isEncodedOnce() {
        RpcError error = new RpcError(Code.ABORTED, "m", List.of(StringValue.of("x")));
        assertThat(error.json()).isSameAs(error.json());
    }

    @Test
    void takesHeadersByCopy() {
        RpcError plain = new RpcError(Code.UNAVAILABLE, "later");
        RpcError error = plain.withHeader("retry-after", "1").withHeader("x-more", "2");
        assertThat(error.headers())
                .containsEntry("retry-after", "1")
                .containsEntry("x-more", "2")
                .hasSize(2);
        assertThat(plain.headers()).isEmpty();
        assertThat(json(error)).isEqualTo(json(plain));
    }

    @Test
    void refusesHeadersThatWouldBreakTheResponse() {
        RpcError error = new RpcError(Code.ABORTED, "m");
        assertThatThrownBy(() -> error.withHeader("x", "a\r\nevil: b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("value: ");
        assertThatThrownBy(() -> error.withHeader("x y", "a"))
                .hasMessage("name: \"x y\" (expected: visible ASCII)");
        assertThatThrownBy(() -> error.withHeader("", "a"))
                .hasMessage("name: \"\" (expected: visible ASCII)");
    }

    @Test
    void readsWellInLogs() {
        assertThat(new RpcError(Code.NOT_FOUND, "gone")).hasToString("not_found: gone");
    }

    private static String json(RpcError error) {
        return new String(error.json(), UTF_8);
    }
}
