package io.firstcome.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.connect.Encoding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;",
                "application/json;charset=utf-8",
                "application/json; charset=UTF-8",
                "application/json ; charset=\"utf-8\""
            })
    void isJsonHoweverItIsWritten(String contentType) {
        assertThat(MediaType.of(contentType)).isEqualTo(MediaType.CONNECT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/proto", "APPLICATION/PROTO"})
    void isProtoHoweverItIsWritten(String contentType) {
        assertThat(MediaType.of(contentType)).isEqualTo(MediaType.CONNECT_PROTO);
    }

    @ParameterizedTest
    @CsvSource({
        "application/connect+proto, CONNECT_STREAM, PROTO",
        "application/connect+json, CONNECT_STREAM, JSON",
        "application/grpc, GRPC, PROTO",
        "application/grpc+proto, GRPC, PROTO",
        "application/grpc+json, GRPC, JSON",
        "application/grpc-web, GRPC_WEB, PROTO",
        "application/grpc-web+proto, GRPC_WEB, PROTO",
        "application/grpc-web+json, GRPC_WEB, JSON",
        "application/grpc-web-text, GRPC_WEB_TEXT, PROTO",
        "application/grpc-web-text+proto, GRPC_WEB_TEXT, PROTO",
        "application/grpc-web-text+json, GRPC_WEB_TEXT, JSON"
    })
    void choosesProtocolAndEncoding(String contentType, MediaType.Form form, Encoding encoding) {
        MediaType mediaType = MediaType.of(contentType);
        assertThat(mediaType).isNotNull();
        assertThat(mediaType.form()).isEqualTo(form);
        assertThat(mediaType.encoding()).isEqualTo(encoding);
        assertThat(mediaType.text()).isEqualTo(contentType);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "text/plain",
                "application/json; charset=euc-kr",
                "application/grpc+foo",
                "application/grpc-web-text+foo",
                "application/connect",
                "application/jsonx"
            })
    void isNoneOfOthers(String contentType) {
        assertThat(MediaType.of(contentType)).isNull();
    }

    @Test
    void isNoneWithoutContentType() {
        assertThat(MediaType.of(null)).isNull();
    }

    @Test
    void isNamedForClientsByTheKindOfTheMethod() {
        assertThat(MediaType.allOf(true))
                .startsWith("application/proto, application/json, application/grpc, ")
                .doesNotContain("connect");
        assertThat(MediaType.allOf(false))
                .startsWith("application/connect+proto, application/connect+json, application/grpc")
                .doesNotContain("application/json");
    }

    @ParameterizedTest
    @EnumSource
    void fitsOneKindOfMethodAtLeast(MediaType mediaType) {
        assertThat(mediaType.fits(true) || mediaType.fits(false)).isTrue();
    }
}
