package io.firstcome.core.code;

import java.util.Arrays;

/// The 46 symbols of a coupon code and the value of each: the digits 0 to 9, then the 36 open
/// syllables of Korean number plates.
///
/// The order is that of Unicode, which for these symbols is also that of a Korean dictionary: a
/// symbol's value is its rank among the 46. **The order is a wire format:** another order would
/// read every printed code as another coupon.
final class Alphabet {
    private static final char[] SYMBOLS =
            "0123456789가거고구나너노누다더도두라러로루마머모무바버보부사서소수아어오우자저조주".toCharArray();

    static final int SIZE = SYMBOLS.length;

    private Alphabet() {}

    /// The symbol of a value in 0 to 45.
    static char symbol(int value) {
        return SYMBOLS[value];
    }

    /// The value of a symbol, negative when the code point is none.
    static int value(int codePoint) {
        return Character.isBmpCodePoint(codePoint)
                ? Arrays.binarySearch(SYMBOLS, (char) codePoint)
                : -1;
    }

    /// Prints a number as `length` symbols, the most significant first.
    static String print(long number, int length) {
        char[] symbols = new char[length];
        long rest = number;
        for (int i = length - 1; i >= 0; i--) {
            symbols[i] = SYMBOLS[(int) (rest % SIZE)];
            rest /= SIZE;
        }
        return new String(symbols);
    }
}
