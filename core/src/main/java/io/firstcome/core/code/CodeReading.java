package io.firstcome.core.code;

/// What a text is when read as a coupon code: the position of a coupon, or the reason why no coupon
/// has this code.
public sealed interface CodeReading {

    /// A code that can exist: the one of this coupon, if it was issued.
    ///
    /// @param campaignNumber 0 to [CouponCodes#CAMPAIGNS] - 1
    /// @param ordinal from 1
    record Position(long campaignNumber, int ordinal) implements CodeReading {}

    /// A text that is no coupon's code.
    sealed interface Invalid extends CodeReading {
        /// One line for whoever typed the text; safe to print.
        String message();
    }

    /// A character that no code contains.
    ///
    /// @param place where it stands in the code, from 1, not counting spaces and hyphens
    record UnknownSymbol(int codePoint, int place) implements Invalid {
        @Override
        public String message() {
            String symbol =
                    Character.isLetterOrDigit(codePoint)
                            ? Character.toString(codePoint)
                            : "U+%04X".formatted(codePoint);
            return "code: %s at place %d (expected: 0-9 or a syllable like 가, 너, 도, 루)"
                    .formatted(symbol, place);
        }
    }

    /// Too few or too many symbols.
    record WrongLength(int symbols) implements Invalid {
        @Override
        public String message() {
            return "code: %d symbols (expected: %d)".formatted(symbols, CouponCodes.LENGTH);
        }
    }

    /// Well-formed, but not the code of any position.
    record NoPosition() implements Invalid {
        @Override
        public String message() {
            return "code: belongs to no coupon (expected: a code as issued)";
        }
    }
}
