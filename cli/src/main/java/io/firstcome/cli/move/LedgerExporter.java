package io.firstcome.cli.move;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.cli.move.Manifest.Entry;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.Ledger;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Brings a ledger into files. What is there of an earlier attempt stays, because coupons never
/// change; it goes on behind it.
///
/// @param pieceMax how many coupons stand in a piece at the most
/// @param progress is told of each campaign that is done
record LedgerExporter(
        Ledger ledger, ExportDirectory directory, int pieceMax, Consumer<Campaign> progress) {
    private static final int CAMPAIGNS_PAGE = 1_000;

    Manifest export() throws IOException, MoveException {
        directory.take(ledger.codeKey());
        List<Entry> entries = new ArrayList<>();
        for (Campaign campaign : campaigns(ledger)) {
            entries.add(export(campaign));
            progress.accept(campaign);
        }
        requireSome(entries);
        Manifest manifest =
                new Manifest(
                        ledger.codeKey(),
                        ledger.clock().nowMicros(),
                        entries,
                        ledger.keys().list());
        directory.write(manifest);
        return manifest;
    }

    /// All campaigns of `ledger`, by number.
    static List<Campaign> campaigns(Ledger ledger) {
        List<Campaign> all = new ArrayList<>();
        List<Campaign> page = ledger.campaigns(0, CAMPAIGNS_PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = ledger.campaigns(page.getLast().number(), CAMPAIGNS_PAGE);
        }
        return all;
    }

    private static void requireSome(List<Entry> entries) throws MoveException {
        if (entries.isEmpty()) {
            throw new MoveException("ledger: no campaigns (expected: a ledger with campaigns)");
        }
    }

    private Entry export(Campaign campaign) throws IOException, MoveException {
        Checksum sum = new Checksum();
        AtomicReference<@Nullable Issuance> last = new AtomicReference<>();
        int done =
                directory.replay(
                        campaign,
                        Integer.MAX_VALUE,
                        issuance -> {
                            sum.add(issuance);
                            last.set(issuance);
                        });
        requireOfThisLedger(campaign, done, last.get());
        while (done < campaign.issued()) {
            int from = done;
            int to = Math.min(campaign.issued(), done + pieceMax);
            directory.writePiece(
                    campaign.number(), from + 1, out -> write(campaign, from, to, sum, out));
            done = to;
        }
        return new Entry(campaign, sum.hex());
    }

    /// Another ledger may have the same key.
    private void requireOfThisLedger(Campaign campaign, int done, @Nullable Issuance last)
            throws MoveException {
        if (done > campaign.issued()
                || (done > 0 && !ledger.issuances(campaign.number(), done - 1, 1).contains(last))) {
            throw directory.otherLedger();
        }
    }

    private void write(Campaign campaign, int from, int to, Checksum sum, OutputStream out)
            throws IOException {
        int done = from;
        while (done < to) {
            int limit = Math.min(Checksum.PAGE, to - done);
            List<Issuance> page = ledger.issuances(campaign.number(), done, limit);
            if (page.size() != limit) {
                throw new IOException(
                        "campaign %s: %d coupons behind ordinal %d (expected: %d)"
                                .formatted(campaign.id(), page.size(), done, limit));
            }
            for (Issuance issuance : page) {
                sum.add(issuance);
                out.write(CouponLine.of(issuance).getBytes(UTF_8));
            }
            done += limit;
        }
    }
}
