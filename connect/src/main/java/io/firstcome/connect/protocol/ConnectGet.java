package io.firstcome.connect.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.protobuf.Message;

import io.firstcome.connect.Method;
import io.firstcome.connect.Shown;
import io.firstcome.connect.http.Exchange;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/// Connect's unary calls by GET, for methods without side effects: the request stands in the query.
final class ConnectGet {
    private static final byte[] EMPTY = {};
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private final Settings settings;

    ConnectGet(Settings settings) {
        this.settings = settings;
    }

    <Q extends Message, S extends Message> void serve(Method<Q, S> method, Exchange exchange) {
        try {
            Map<String, String> query = query(exchange.query());
            String encoding = required(query, "encoding", "json or proto");
            MediaType mediaType = mediaType(encoding);
            if (mediaType == null) {
                exchange.respond(UNSUPPORTED_MEDIA_TYPE, null, null, EMPTY);
            } else {
                serve(method, exchange, query, mediaType);
            }
        } catch (FaultException e) {
            // Errors are in JSON whatever the encoding.
            new ConnectUnaryCall<>(settings, method, exchange, MediaType.CONNECT_JSON)
                    .refuseHead(e);
        }
    }

    private <Q extends Message, S extends Message> void serve(
            Method<Q, S> method, Exchange exchange, Map<String, String> query, MediaType mediaType)
            throws FaultException {
        checkVersion(query.get("connect"));
        byte[] message = message(query);
        if (message.length > settings.limits().maxMessageBytes()) {
            throw FaultException.tooLarge(settings.limits().maxMessageBytes());
        }
        boolean isGzip = ConnectHead.isGzip("compression", query.get("compression"));
        long timeoutNanos = ConnectHead.timeoutNanos(exchange);
        ConnectUnaryCall<Q, S> call = new ConnectUnaryCall<>(settings, method, exchange, mediaType);
        call.setTimeout(timeoutNanos);
        call.responseHeaders().add("vary", "accept-encoding");
        call.answer(message, isGzip);
    }

    private void checkVersion(@Nullable String version) throws FaultException {
        if (version == null && settings.requiresProtocolVersion()) {
            throw FaultException.malformed("connect: missing (expected: v1)");
        }
        if (version != null && !version.equals("v1")) {
            throw FaultException.malformed("connect: " + Shown.of(version) + " (expected: v1)");
        }
    }

    private static @Nullable MediaType mediaType(String encoding) {
        return switch (encoding) {
            case "json" -> MediaType.CONNECT_JSON;
            case "proto" -> MediaType.CONNECT_PROTO;
            default -> null;
        };
    }

    private static byte[] message(Map<String, String> query) throws FaultException {
        String text = required(query, "message", "the request");
        String base64 = query.getOrDefault("base64", "0");
        if (!base64.equals("1")) {
            return text.getBytes(ISO_8859_1);
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw FaultException.malformed("message: malformed (expected: base64url)");
        }
    }

    private static String required(Map<String, String> query, String name, String expected)
            throws FaultException {
        String value = query.get(name);
        if (value == null) {
            throw FaultException.malformed(name + ": missing (expected: " + expected + ")");
        }
        return value;
    }

    private static Map<String, String> query(@Nullable String text) throws FaultException {
        Map<String, String> query = new HashMap<>();
        if (text != null) {
            for (String pair : text.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    query.putIfAbsent(
                            decoded(pair.substring(0, equals)),
                            decoded(pair.substring(equals + 1)));
                }
            }
        }
        return query;
    }

    private static String decoded(String text) throws FaultException {
        try {
            // A char for each byte: the message need not be text.
            return URLDecoder.decode(text, ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw FaultException.malformed(
                    "query: " + Shown.of(text) + " (expected: percent-encoded)");
        }
    }
}
