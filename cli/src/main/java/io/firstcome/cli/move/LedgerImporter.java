package io.firstcome.cli.move;

import io.firstcome.cli.move.Manifest.Entry;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.ledger.sql.LedgerImport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Brings files into a ledger. What is there of an earlier attempt stays; it goes on behind it.
///
/// @param manifest as [#examine] found it
/// @param progress is told of each campaign that is durable
record LedgerImporter(
        ExportDirectory directory,
        Manifest manifest,
        LedgerImport target,
        Consumer<Campaign> progress) {
    /// How many coupons become durable together.
    private static final int TOGETHER = 5_000;

    /// Looks whether all files are there and as they were written.
    ///
    /// @return what they hold
    static Manifest examine(ExportDirectory directory) throws IOException, MoveException {
        Manifest manifest = directory.manifest();
        for (Entry entry : manifest.entries()) {
            Checksum sum = new Checksum();
            int count = directory.replay(entry.campaign(), entry.campaign().issued(), sum::add);
            requireCount(directory, entry.campaign(), count);
            requireSum(directory.path().toString(), entry, sum.hex());
        }
        return manifest;
    }

    private static void requireCount(ExportDirectory directory, Campaign campaign, int count)
            throws MoveException {
        if (count != campaign.issued()) {
            throw new MoveException(
                    "%s: campaign %s has %d coupons up to where %s should begin (expected: %d)"
                            .formatted(
                                    directory.path(),
                                    campaign.id(),
                                    count,
                                    ExportDirectory.piece(campaign.number(), count + 1),
                                    campaign.issued()));
        }
    }

    private static void requireSum(String where, Entry entry, String found) throws MoveException {
        if (!found.equals(entry.sha256())) {
            throw new MoveException(
                    "%s: the coupons of campaign %s have the checksum %s (expected: %s, as the"
                                    .formatted(where, entry.campaign().id(), found, entry.sha256())
                            + " manifest says)");
        }
    }

    /// Brings everything, looks whether it has arrived, and only then lets servers open the ledger.
    void perform() throws IOException, MoveException {
        for (Entry entry : manifest.entries()) {
            fill(entry.campaign());
            progress.accept(entry.campaign());
        }
        target.addKeysDurably(manifest.keys());
        compare(target.ledger());
        target.finishDurably();
    }

    private void fill(Campaign campaign) throws IOException, MoveException {
        int there = target.beginDurably(campaign);
        List<Issuance> waiting = new ArrayList<>(TOGETHER);
        directory.replay(
                campaign,
                campaign.issued(),
                issuance -> {
                    if (issuance.ordinal() > there) {
                        waiting.add(issuance);
                    }
                    if (waiting.size() == TOGETHER) {
                        add(campaign, waiting);
                    }
                });
        add(campaign, waiting);
    }

    private void add(Campaign campaign, List<Issuance> waiting) {
        if (!waiting.isEmpty()) {
            target.addDurably(campaign, List.copyOf(waiting));
            waiting.clear();
        }
    }

    private void compare(Ledger ledger) throws MoveException {
        List<Campaign> found = LedgerExporter.campaigns(ledger);
        for (Entry entry : manifest.entries()) {
            requireSame(entry.campaign(), found);
            requireSum("ledger", entry, Checksum.of(entry.campaign(), ledger));
        }
        if (found.size() != manifest.entries().size()) {
            throw new MoveException(
                    "ledger: %d campaigns (expected: %d)"
                            .formatted(found.size(), manifest.entries().size()));
        }
        if (!ledger.keys().list().containsAll(manifest.keys())) {
            throw new MoveException("ledger: keys are missing (expected: those of the manifest)");
        }
    }

    private static void requireSame(Campaign expected, List<Campaign> all) throws MoveException {
        Campaign found =
                all.stream()
                        .filter(campaign -> campaign.number() == expected.number())
                        .findFirst()
                        .orElse(null);
        if (!expected.equals(found)) {
            throw new MoveException(
                    "ledger: campaign %s is %s (expected: %s)"
                            .formatted(expected.id(), found, expected));
        }
    }
}
