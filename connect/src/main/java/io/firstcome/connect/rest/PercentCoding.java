package io.firstcome.connect.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/// Percent-encoding of URIs (RFC 3986), in UTF-8.
final class PercentCoding {
    private PercentCoding() {}

    /// Text that may stand as one segment of a path.
    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /// What `text` stands for; null when it is malformed.
    static @Nullable String decode(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] encoded = text.getBytes(UTF_8);
        int at = 0;
        while (at < encoded.length) {
            if (encoded[at] == '%') {
                int octet = octet(encoded, at);
                if (octet < 0) {
                    return null;
                }
                bytes.write(octet);
                at += 3;
            } else {
                bytes.write(encoded[at]);
                at++;
            }
        }
        return text(bytes.toByteArray());
    }

    /// As [#decode], of a form's field, where `+` is a space.
    static @Nullable String decodeForm(String text) {
        return decode(text.replace('+', ' '));
    }

    private static int octet(byte[] encoded, int at) {
        if (at + 2 >= encoded.length) {
            return -1;
        }
        int high = Character.digit(encoded[at + 1], 16);
        int low = Character.digit(encoded[at + 2], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static @Nullable String text(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
