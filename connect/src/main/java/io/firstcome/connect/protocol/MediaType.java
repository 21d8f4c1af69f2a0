package io.firstcome.connect.protocol;

import io.firstcome.connect.Encoding;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The content types by which calls choose their protocol and the encoding of their messages.
enum MediaType {
    CONNECT_PROTO("application/proto", Form.CONNECT_UNARY, Encoding.PROTO),
    CONNECT_JSON("application/json", Form.CONNECT_UNARY, Encoding.JSON),
    CONNECT_STREAM_PROTO("application/connect+proto", Form.CONNECT_STREAM, Encoding.PROTO),
    CONNECT_STREAM_JSON("application/connect+json", Form.CONNECT_STREAM, Encoding.JSON),
    GRPC("application/grpc", Form.GRPC, Encoding.PROTO),
    GRPC_PROTO("application/grpc+proto", Form.GRPC, Encoding.PROTO),
    GRPC_JSON("application/grpc+json", Form.GRPC, Encoding.JSON),
    WEB("application/grpc-web", Form.GRPC_WEB, Encoding.PROTO),
    WEB_PROTO("application/grpc-web+proto", Form.GRPC_WEB, Encoding.PROTO),
    WEB_JSON("application/grpc-web+json", Form.GRPC_WEB, Encoding.JSON),
    WEB_TEXT("application/grpc-web-text", Form.GRPC_WEB_TEXT, Encoding.PROTO),
    WEB_TEXT_PROTO("application/grpc-web-text+proto", Form.GRPC_WEB_TEXT, Encoding.PROTO),
    WEB_TEXT_JSON("application/grpc-web-text+json", Form.GRPC_WEB_TEXT, Encoding.JSON);

    /// How messages stand in the body.
    enum Form {
        CONNECT_UNARY,
        CONNECT_STREAM,
        GRPC,
        GRPC_WEB,
        GRPC_WEB_TEXT
    }

    private static final Map<String, MediaType> BY_TEXT =
            Arrays.stream(values())
                    .collect(Collectors.toMap(type -> type.text, Function.identity()));

    private final String text;
    private final Form form;
    private final Encoding encoding;

    MediaType(String text, Form form, Encoding encoding) {
        this.text = text;
        this.form = form;
        this.encoding = encoding;
    }

    /// The media type of a content type; null when it is none of these.
    static @Nullable MediaType of(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        MediaType exact = BY_TEXT.get(contentType);
        return exact != null ? exact : lenient(contentType);
    }

    private static @Nullable MediaType lenient(String contentType) {
        int semicolon = contentType.indexOf(';');
        String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        String parameter = semicolon < 0 ? "" : contentType.substring(semicolon + 1).strip();
        MediaType named = BY_TEXT.get(type.strip().toLowerCase(Locale.ROOT));
        return named == null || parameter.isEmpty() || isUtf8(parameter) ? named : null;
    }

    private static boolean isUtf8(String parameter) {
        return parameter.equalsIgnoreCase("charset=utf-8")
                || parameter.equalsIgnoreCase("charset=\"utf-8\"");
    }

    /// All that a method is served by, for an `Accept-Post` header.
    static String allOf(boolean isUnary) {
        return Arrays.stream(values())
                .filter(type -> type.fits(isUnary))
                .map(type -> type.text)
                .collect(Collectors.joining(", "));
    }

    /// Whether a method of this kind can be called so.
    boolean fits(boolean isUnary) {
        return switch (form) {
            case CONNECT_UNARY -> isUnary;
            case CONNECT_STREAM -> !isUnary;
            case GRPC, GRPC_WEB, GRPC_WEB_TEXT -> true;
        };
    }

    String text() {
        return text;
    }

    Form form() {
        return form;
    }

    Encoding encoding() {
        return encoding;
    }
}
