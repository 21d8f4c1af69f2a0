package io.firstcome.check;

import java.util.List;
import java.util.Locale;

/// The campaign itself and the list of its coupons tell the same.
final class ListsAgree implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Listing after = evidence.history().after();
        List<String> listed = after.coupons().stream().map(Coupon::code).sorted().toList();
        List<String> codes = after.codes().stream().sorted().toList();
        Violations violations = new Violations();
        if (!listed.equals(codes)) {
            violations.add(
                    "the list has %d codes, the campaign %d others or as many but different"
                            .formatted(listed.size(), codes.size()));
        }
        if (after.issuedCount() != listed.size()) {
            violations.add(
                    "issuedCount %d, listed %d".formatted(after.issuedCount(), listed.size()));
        }
        return violations.finding(
                "Lists agree",
                String.format(Locale.ROOT, "%,d codes in both, and counted", codes.size()));
    }
}
