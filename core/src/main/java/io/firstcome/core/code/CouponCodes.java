package io.firstcome.core.code;

import io.firstcome.core.code.CodeReading.NoPosition;
import io.firstcome.core.code.CodeReading.Position;
import io.firstcome.core.code.CodeReading.UnknownSymbol;
import io.firstcome.core.code.CodeReading.WrongLength;

/// The codes of all coupons of an installation: ten symbols each, unique by construction.
///
/// Each campaign owns a range of 2^31 numbers: its coupon with ordinal k has the number
/// `campaignNumber * 2^31 + k`. The code is that number, permuted by FF1 with radix 46 and length
/// 10 and printed with the 46 symbols. So no two coupons share a code, a code leads back to its
/// coupon without an index, and without the key no code tells anything about another.
///
/// Not thread-safe: an instance belongs to one owner. Instances with equal keys agree.
public final class CouponCodes {
    /// The symbols of a code.
    public static final int LENGTH = 10;

    /// The campaigns there are ranges for, numbered from 0: ⌊46^10 / 2^31⌋.
    public static final long CAMPAIGNS = 19_753_699;

    private static final int ORDINAL_BITS = 31;

    /// Longer than a code in pieces with separators all around, so not worth a look.
    private static final int TEXT_LENGTH_MAX = 100;

    private final Ff1 permutation;

    public CouponCodes(CodeKey key) {
        permutation = new Ff1(key, Alphabet.SIZE, LENGTH);
    }

    /// The code of one coupon; see [#codes].
    public String code(long campaignNumber, int ordinal) {
        return codes(campaignNumber, ordinal, 1)[0];
    }

    /// The codes of `count` coupons in a row, much cheaper than one by one.
    ///
    /// @param campaignNumber 0 to [#CAMPAIGNS] - 1
    /// @param firstOrdinal from 1
    /// @param count from 0, such that the last ordinal is at most 2^31 - 1
    public String[] codes(long campaignNumber, int firstOrdinal, int count) {
        require(campaignNumber, firstOrdinal, count);
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (campaignNumber << ORDINAL_BITS) + firstOrdinal + i;
        }
        permutation.encrypt(numbers);
        String[] codes = new String[count];
        for (int i = 0; i < count; i++) {
            codes[i] = Alphabet.print(numbers[i], LENGTH);
        }
        return codes;
    }

    /// Reads a code as people type it: spaces, hyphens, full-width digits and syllables taken apart
    /// (NFD) are forgiven, a wrong symbol is not.
    public CodeReading decode(String text) {
        if (text.length() > TEXT_LENGTH_MAX) {
            return new WrongLength(text.length());
        }
        int[] symbols = CodeText.normalise(text);
        long number = 0;
        for (int i = 0; i < symbols.length; i++) {
            int value = Alphabet.value(symbols[i]);
            if (value < 0) {
                return new UnknownSymbol(symbols[i], i + 1);
            }
            number = number * Alphabet.SIZE + value;
        }
        return symbols.length == LENGTH ? position(number) : new WrongLength(symbols.length);
    }

    private CodeReading position(long encrypted) {
        long[] number = {encrypted};
        permutation.decrypt(number);
        long campaignNumber = number[0] >>> ORDINAL_BITS;
        int ordinal = (int) number[0] & Integer.MAX_VALUE;
        return campaignNumber < CAMPAIGNS && ordinal > 0
                ? new Position(campaignNumber, ordinal)
                : new NoPosition();
    }

    private static void require(long campaignNumber, int firstOrdinal, int count) {
        if (campaignNumber < 0 || campaignNumber >= CAMPAIGNS) {
            throw new IllegalArgumentException(
                    "campaignNumber: %d (expected: 0 to %d)"
                            .formatted(campaignNumber, CAMPAIGNS - 1));
        }
        if (firstOrdinal < 1) {
            throw new IllegalArgumentException(
                    "firstOrdinal: %d (expected: 1 or more)".formatted(firstOrdinal));
        }
        if (count < 0 || count - 1 > Integer.MAX_VALUE - firstOrdinal) {
            throw new IllegalArgumentException(
                    "count: %d (expected: 0 to %d)"
                            .formatted(count, Integer.MAX_VALUE - firstOrdinal + 1L));
        }
    }
}
