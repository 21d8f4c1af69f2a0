package io.firstcome.cli.move;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.Ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 over texts, in UTF-8: of a campaign, over the lines of its coupons in their order.
final class Checksum {
    /// How many coupons are read from a ledger at a time.
    static final int PAGE = 4_096;

    private final MessageDigest sha256;

    Checksum() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(String text) {
        return new Checksum().add(text).hex();
    }

    /// Of the coupons that `ledger` has of `campaign`.
    static String of(Campaign campaign, Ledger ledger) {
        Checksum sum = new Checksum();
        List<Issuance> page = ledger.issuances(campaign.number(), 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(sum::add);
            page = ledger.issuances(campaign.number(), page.getLast().ordinal(), PAGE);
        }
        return sum.hex();
    }

    void add(Issuance issuance) {
        add(CouponLine.of(issuance));
    }

    private Checksum add(String text) {
        sha256.update(text.getBytes(UTF_8));
        return this;
    }

    /// In hexadecimal digits. Nothing can be added after it.
    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
