package io.firstcome.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=utf-8",
                "application/json; charset=UTF-8",
                "application/json ; charset=\"utf-8\""
            })
    void isJson(String contentType) {
        assertThat(Encoding.of(contentType)).isEqualTo(Encoding.JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/proto", "APPLICATION/PROTO"})
    void isProto(String contentType) {
        assertThat(Encoding.of(contentType)).isEqualTo(Encoding.PROTO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/json; charset=euc-kr",
                "application/json;",
                "application/proto; charset=utf-8",
                "application/connect+json",
                "application/grpc",
                "application/jsonx"
            })
    void isNone(String contentType) {
        assertThat(Encoding.of(contentType)).isNull();
    }

    @Test
    void isNoneWithoutContentType() {
        assertThat(Encoding.of(null)).isNull();
    }
}
