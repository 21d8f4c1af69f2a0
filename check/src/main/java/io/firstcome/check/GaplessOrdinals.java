package io.firstcome.check;

import java.util.Locale;

/// The ordinals are 1 to k, each once.
final class GaplessOrdinals implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        long[] ordinals = evidence.listed().stream().mapToLong(Coupon::ordinal).sorted().toArray();
        Violations violations = new Violations();
        long expected = 1;
        for (long ordinal : ordinals) {
            if (ordinal < expected) {
                violations.add("ordinal %d twice".formatted(ordinal));
            } else if (ordinal > expected) {
                violations.add("ordinal %d missing".formatted(expected));
            }
            expected = ordinal + 1;
        }
        return violations.finding(
                "Ordinals without gaps", String.format(Locale.ROOT, "1 to %,d", ordinals.length));
    }
}
