package io.firstcome.core.code;

import java.text.Normalizer;

/// Forgives what happens to a code between the screen it was shown on and the field it is typed
/// into: syllables taken apart (NFD), full-width digits, spaces, hyphens, invisible characters. It
/// never guesses a symbol: a letter O stays a letter O.
final class CodeText {
    private static final int MINUS_SIGN = '\u2212';

    /// A vowel that looks like a dash and is one key on a Korean keyboard.
    private static final int HANGUL_LETTER_EU = '\u3161';

    private CodeText() {}

    /// The code points of the text, composed (NFC), without separators, with ASCII digits.
    static int[] normalise(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .filter(codePoint -> !isSeparator(codePoint))
                .map(CodeText::narrow)
                .toArray();
    }

    private static boolean isSeparator(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR, Character.DASH_PUNCTUATION, Character.FORMAT -> true;
            default ->
                    Character.isWhitespace(codePoint)
                            || codePoint == MINUS_SIGN
                            || codePoint == HANGUL_LETTER_EU;
        };
    }

    private static int narrow(int codePoint) {
        boolean fullWidth = codePoint >= '０' && codePoint <= '９';
        return fullWidth ? codePoint - '０' + '0' : codePoint;
    }
}
