package io.firstcome.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Codes are unique and ten symbols long: digits and Hangul syllables without a final consonant.
final class CodesWellFormed implements Check {
    private static final int SYMBOLS = 10;
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int FINALS = 28;

    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        Predicate<String> wellFormed = form(evidence.history().told());
        Map<String, Coupon> codes = new HashMap<>();
        for (Coupon coupon : evidence.listed()) {
            if (!wellFormed.test(coupon.code())) {
                violations.add(() -> text(coupon));
            }
            Coupon other = codes.putIfAbsent(coupon.code(), coupon);
            if (other != null) {
                violations.add(() -> text(coupon) + ", ordinal " + other.ordinal() + " too");
            }
        }
        return violations.finding(
                "Codes unique and well-formed",
                String.format(Locale.ROOT, "%,d different codes", codes.size()));
    }

    private static Predicate<String> form(Told told) {
        String form = told.codeForm();
        return form == null
                ? CodesWellFormed::wellFormed
                : Pattern.compile(form).asMatchPredicate();
    }

    private static String text(Coupon coupon) {
        return "ordinal %d of %s has code '%s'"
                .formatted(coupon.ordinal(), coupon.userId(), coupon.code());
    }

    private static boolean wellFormed(String code) {
        return code.length() == SYMBOLS && code.chars().allMatch(CodesWellFormed::isSymbol);
    }

    private static boolean isSymbol(int symbol) {
        return (symbol >= '0' && symbol <= '9') || isOpenSyllable(symbol);
    }

    private static boolean isOpenSyllable(int symbol) {
        boolean syllable = symbol >= FIRST_SYLLABLE && symbol <= LAST_SYLLABLE;
        return syllable && (symbol - FIRST_SYLLABLE) % FINALS == 0;
    }
}
