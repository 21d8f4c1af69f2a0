package io.firstcome.connect;

import org.jspecify.annotations.Nullable;

/// The encodings of messages that unary calls choose from by content type.
enum Encoding {
    PROTO("application/proto"),
    JSON("application/json");

    private final String contentType;

    Encoding(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /// The encoding of a content type; null when it is none of these.
    static @Nullable Encoding of(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        if (contentType.equals(JSON.contentType)) {
            return JSON;
        }
        if (contentType.equals(PROTO.contentType)) {
            return PROTO;
        }
        return lenient(contentType);
    }

    private static @Nullable Encoding lenient(String contentType) {
        int semicolon = contentType.indexOf(';');
        if (semicolon < 0) {
            return named(contentType.strip());
        }
        boolean isJson = named(contentType.substring(0, semicolon).strip()) == JSON;
        return isJson && isUtf8(contentType.substring(semicolon + 1).strip()) ? JSON : null;
    }

    private static @Nullable Encoding named(String mediaType) {
        for (Encoding encoding : values()) {
            if (encoding.contentType.equalsIgnoreCase(mediaType)) {
                return encoding;
            }
        }
        return null;
    }

    private static boolean isUtf8(String parameter) {
        return parameter.equalsIgnoreCase("charset=utf-8")
                || parameter.equalsIgnoreCase("charset=\"utf-8\"");
    }
}
