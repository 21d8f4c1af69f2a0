package io.firstcome.connect.json;

import org.jspecify.annotations.Nullable;

import java.util.HexFormat;

/// The escapes in JSON strings.
final class JsonEscapes {
    private static final String LETTERS = "\"\\/bfnrt";
    private static final String MEANINGS = "\"\\/\b\f\n\r\t";
    private static final int HEX_DIGITS = 4;

    private JsonEscapes() {}

    /// The content of a string with its escapes replaced by what they stand for; null when an
    /// escape is malformed.
    static @Nullable String unescape(String content) {
        StringBuilder plain = new StringBuilder(content.length());
        int from = 0;
        int escape = content.indexOf('\\');
        while (escape >= 0) {
            plain.append(content, from, escape);
            char letter = content.charAt(escape + 1);
            from = escape + 2;
            if (letter == 'u') {
                if (!isHex(content, from)) {
                    return null;
                }
                plain.append((char) HexFormat.fromHexDigits(content, from, from + HEX_DIGITS));
                from += HEX_DIGITS;
            } else if (LETTERS.indexOf(letter) >= 0) {
                plain.append(MEANINGS.charAt(LETTERS.indexOf(letter)));
            } else {
                return null;
            }
            escape = content.indexOf('\\', from);
        }
        return plain.append(content, from, content.length()).toString();
    }

    private static boolean isHex(String content, int from) {
        return from + HEX_DIGITS <= content.length()
                && content.substring(from, from + HEX_DIGITS)
                        .chars()
                        .allMatch(HexFormat::isHexDigit);
    }
}
