package io.firstcome.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Codes are unique, and of the system's form: of Firstcome's, ten of its 46 symbols.
final class CodesWellFormed implements Check {
    private static final int LENGTH = 10;

    /// The ten digits, and the 36 syllables of Korean number plates.
    private static final String SYMBOLS = "0123456789가거고구나너노누다더도두라러로루마머모무바버보부사서소수아어오우자저조주";

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
        return code.length() == LENGTH
                && code.chars().allMatch(symbol -> SYMBOLS.indexOf(symbol) >= 0);
    }
}
