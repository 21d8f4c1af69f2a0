package io.firstcome.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.StringValue;
import com.google.rpc.Status;

import io.firstcome.connect.Code;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.RpcError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Base64;
import java.util.List;
import java.util.Objects;

class GrpcStatusTest {
    @Test
    void isZeroWhenAllIsWell() {
        assertThat(GrpcStatus.of(null, null)).hasToString("[Entry[name=grpc-status, value=0]]");
    }

    @Test
    void goesWithWhatElseIsSaid() {
        Metadata more = new Metadata().add("x", "y");
        assertThat(GrpcStatus.of(null, more).asMap()).containsOnlyKeys("x", "grpc-status");
    }

    @ParameterizedTest
    @EnumSource
    void isTheNumberOfTheCode(Code code) {
        Metadata status = GrpcStatus.of(new RpcError(code, ""), null);
        assertThat(status.asMap()).containsOnlyKeys("grpc-status");
        assertThat(status.get("grpc-status")).isEqualTo(Integer.toString(code.number()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a b~!\" | a b~!\"",
                "100% | 100%25",
                "`\t\n\r` | %09%0A%0D",
                "\u007F | %7F",
                "쿠폰 | %EC%BF%A0%ED%8F%B0",
                "😈 | %F0%9F%98%88",
                "\uD83D | ?"
            })
    void hasItsMessagePercentEncoded(String message, String encoded) {
        Metadata status = GrpcStatus.of(new RpcError(Code.ABORTED, message), null);
        assertThat(status.get("grpc-message")).isEqualTo(encoded);
    }

    @Test
    void hasItsDetailsInUnpaddedBase64() throws Exception {
        RpcError error = new RpcError(Code.ABORTED, "m", List.of(StringValue.of("x")));
        String base64 =
                Objects.requireNonNull(GrpcStatus.of(error, null).get("grpc-status-details-bin"));
        assertThat(base64).doesNotContain("=");
        Status status = Status.parseFrom(Base64.getDecoder().decode(base64));
        assertThat(status.getCode()).isEqualTo(10);
        assertThat(status.getMessage()).isEqualTo("m");
        assertThat(status.getDetails(0).unpack(StringValue.class)).isEqualTo(StringValue.of("x"));
    }
}
