package io.firstcome.verify.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/// Reads JSON (RFC 8259) token by token, of bounded depth.
///
/// Servers are forgiven control characters in strings and zeros before a number.
final class JsonTokens {
    private static final int DEPTH_MAX = 64;

    /// Of any length, as lists of coupons are long. Names are not interned: a server says them.
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEPTH_MAX)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .build())
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .build();

    /// Reads the value whose first token is the current one, up to its last token.
    @FunctionalInterface
    interface Reading<T> {
        T of(JsonParser tokens) throws IOException;
    }

    private JsonTokens() {}

    /// Reads one JSON value; anything that is none is an `IllegalArgumentException`.
    static <T> T read(String text, Reading<T> reading) {
        try (JsonParser tokens = FACTORY.createParser(text)) {
            return document(tokens, reading);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// As above, from where the bytes lie. What is broken is read again as text: that takes bytes
    /// that are no UTF-8, and says at which character it is broken.
    static <T> T read(ByteBuffer utf8, Reading<T> reading) {
        int start = utf8.arrayOffset() + utf8.position();
        try (JsonParser tokens = FACTORY.createParser(utf8.array(), start, utf8.remaining())) {
            return document(tokens, reading);
        } catch (IllegalArgumentException _) {
            return read(UTF_8.decode(utf8.duplicate()).toString(), reading);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static <T> T document(JsonParser tokens, Reading<T> reading) throws IOException {
        try {
            if (tokens.nextToken() == null) {
                throw new JsonParseException(tokens, "nothing (expected: a value)");
            }
            T document = reading.of(tokens);
            if (tokens.nextToken() != null) {
                throw new JsonParseException(tokens, "more than a value (expected: the end)");
            }
            return document;
        } catch (JsonEOFException _) {
            throw broken(tokens, "cut off (expected: a whole value)");
        } catch (JsonProcessingException broken) {
            throw broken(tokens, broken.getOriginalMessage());
        }
    }

    private static IllegalArgumentException broken(JsonParser tokens, String message) {
        long position = tokens.currentLocation().getCharOffset();
        return new IllegalArgumentException(
                "json: broken at character " + position + ": " + message);
    }
}
