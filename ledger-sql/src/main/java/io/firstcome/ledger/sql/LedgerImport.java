package io.firstcome.ledger.sql;

import io.firstcome.core.access.ApiKey;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.code.CodeKey;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.Ledger;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/// A ledger into which the campaigns of another one are brought. From when it is opened so until
/// [#finishDurably] no server opens it; broken off, it is opened again with the same origin and
/// goes on with what is missing.
///
/// Every method throws [io.firstcome.core.ledger.LedgerException] when the ledger can not do it.
public abstract sealed class LedgerImport implements AutoCloseable
        permits EmbeddedImport, SharedImport {
    LedgerImport() {}

    /// Where the campaigns come from.
    ///
    /// @param print of what is brought: the same digits only for the very same, in hexadecimal
    /// @param codeKey the key of all codes
    /// @param micros the time behind which the clock does not fall
    public record Origin(String print, CodeKey codeKey, long micros) {
        private static final int DIGITS = 64;

        public Origin {
            if (print.length() != DIGITS || !print.chars().allMatch(Character::isLetterOrDigit)) {
                throw new IllegalArgumentException(
                        "print: %s (expected: %d digits)".formatted(print, DIGITS));
            }
        }

        byte[] fingerprint() {
            return HexFormat.of().parseHex(print);
        }
    }

    /// Opens the ledger in `directory` for this process alone, and makes a new one where there is
    /// none.
    ///
    /// @throws LedgerOpenException when that is not possible, or it has campaigns of its own
    public static LedgerImport openSqlite(Path directory, LedgerOptions options, Origin origin) {
        return EmbeddedImport.open(SqliteEngine.open(directory), options, origin);
    }

    /// Opens the ledger in a database, and makes a new one where there is none.
    ///
    /// @throws LedgerOpenException when that is not possible, or it has campaigns of its own
    public static LedgerImport openShared(SharedLedgerOptions options, Origin origin) {
        return SharedImport.open(options, origin);
    }

    /// The ledger as it stands, to be read.
    public abstract Ledger ledger();

    /// Makes `campaign` with all that is known of it, but without coupons, unless it is there.
    ///
    /// @return how many coupons of it are there
    public final int beginDurably(Campaign campaign) {
        return write(transaction -> {
            Campaign there = CampaignTable.find(transaction.session(), campaign.number());
            if (there == null) {
                insert(transaction, campaign);
            }
            return there == null ? 0 : there.issued();
        });
    }

    private static void insert(Transaction transaction, Campaign campaign) throws SQLException {
        CampaignTable.insert(transaction, campaign);
        transaction.update(
                "UPDATE ledger_state SET campaigns_created = ? WHERE campaigns_created < ?",
                campaign.number(),
                campaign.number());
    }

    /// Adds the next coupons of a campaign, some thousand at the most. When this returns, that is
    /// durable.
    public abstract void addDurably(Campaign campaign, List<Issuance> next);

    static void requireNext(Campaign there, List<Issuance> next) {
        int first = next.getFirst().ordinal();
        if (first != there.issued() + 1) {
            throw new IllegalStateException(
                    "campaign %s: coupons from ordinal %d (expected: from %d; somebody else writes)"
                            .formatted(there.id(), first, there.issued() + 1));
        }
    }

    /// Has the ledger keep these keys, too. When this returns, that is durable.
    public final void addKeysDurably(List<ApiKey> keys) {
        List<String> there = ledger().keys().list().stream().map(ApiKey::hash).toList();
        keys.stream().filter(key -> !there.contains(key.hash())).forEach(ledger().keys()::add);
    }

    /// Makes it a ledger that servers open. Whoever calls this has looked whether all is there.
    /// When it returns, that is durable.
    public final void finishDurably() {
        write(transaction -> {
            ImportMarker.remove(transaction.session());
            transaction.keepTime();
            return true;
        });
    }

    abstract <T> T write(Writer.Act<T> act);

    /// Gives the ledger up.
    @Override
    public void close() {
        ledger().close();
    }
}
