package io.firstcome.connect;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.StringValue;
import com.google.protobuf.Timestamp;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;

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
    void takesAnAnyForWhatItCarries() throws InvalidProtocolBufferException {
        Any unknown =
                Any.newBuilder()
                        .setTypeUrl("type.googleapis.com/no.Such")
                        .setValue(ByteString.copyFromUtf8("x"))
                        .build();
        RpcError error = new RpcError(Code.ABORTED, "m", List.of(unknown));
        assertThat(json(error)).contains("\"details\":[{\"type\":\"no.Such\",\"value\":\"eA\"}]");
        assertThat(Status.parseFrom(error.status()).getDetailsList()).containsExactly(unknown);
    }

    @Test
    void leavesOutWhatJsonCanNotSay() {
        Any unknown = Any.newBuilder().setTypeUrl("type.googleapis.com/no.Such").build();
        Status nested = Status.newBuilder().addDetails(unknown).build();
        assertThat(json(new RpcError(Code.ABORTED, "m", List.of(nested))))
                .contains("\"type\":\"google.rpc.Status\"")
                .doesNotContain("debug");
    }

    @Test
    void leavesOutInstantsThatAreNone() {
        Timestamp never = Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build();
        Duration endless = Duration.newBuilder().setSeconds(Long.MAX_VALUE).build();
        RetryInfo retry = RetryInfo.newBuilder().setRetryDelay(endless).build();
        RpcError error = new RpcError(Code.ABORTED, "m", List.of(never, retry));
        assertThat(json(error))
                .contains("\"type\":\"google.protobuf.Timestamp\"")
                .doesNotContain("debug");
        assertThat(new String(error.problem(), UTF_8))
                .contains("\"detail\":\"m\"")
                .doesNotContain("retryDelay");
    }

    @Test
    void isAStatusOfGoogleToo() throws InvalidProtocolBufferException {
        StringValue detail = StringValue.of("x");
        Status status =
                Status.parseFrom(new RpcError(Code.NOT_FOUND, "쿠폰", List.of(detail)).status());
        assertThat(status.getCode()).isEqualTo(5);
        assertThat(status.getMessage()).isEqualTo("쿠폰");
        assertThat(status.getDetails(0).unpack(StringValue.class)).isEqualTo(detail);
    }

    @Test
    void isEncodedOnce() {
        RpcError error = new RpcError(Code.ABORTED, "m", List.of(StringValue.of("x")));
        assertThat(error.json()).isSameAs(error.json());
        assertThat(error.status()).isSameAs(error.status());
    }

    @Test
    void readsWellInLogs() {
        assertThat(new RpcError(Code.NOT_FOUND, "gone")).hasToString("not_found: gone");
    }

    private static String json(RpcError error) {
        return new String(error.json(), UTF_8);
    }
}
