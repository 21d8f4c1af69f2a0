package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.Revision;
import io.firstcome.core.campaign.Window;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The table of campaigns.
final class CampaignTable {
    private static final String COLUMNS =
            "SELECT number, id, name, total_coupons, start_micros, end_micros, paused,"
                    + " issued_count, version, created_at_micros, updated_at_micros";
    private static final String SELECT = COLUMNS + " FROM campaigns ";

    /// Of a shared ledger: with the time of the last decision, read by [#decided].
    static final String SELECT_LOCKING = COLUMNS + ", decided_at_micros FROM campaigns ";

    private static final String LOCKING_BY_ID = SELECT_LOCKING + "WHERE id = ? FOR UPDATE";
    private static final String UPDATED_SINCE = SELECT + "WHERE updated_at_micros >= ?";
    private static final String BY_NUMBER = SELECT + "WHERE number = ?";
    private static final String BY_ID = SELECT + "WHERE id = ?";
    private static final String PAGE = SELECT + "WHERE number > ? ORDER BY number LIMIT ?";
    private static final String PROGRESS =
            COLUMNS + ", indexed_count, indexing_count, indexing_tags FROM campaigns ";
    private static final String UNFINISHED =
            PROGRESS + "WHERE issued_count > indexed_count ORDER BY number";

    private CampaignTable() {}

    /// A campaign of a shared ledger.
    ///
    /// @param micros the time of its last decision
    record Decided(Campaign campaign, long micros) {}

    static @Nullable Campaign find(Session session, long number) throws SQLException {
        return session.first(BY_NUMBER, CampaignTable::campaign, number);
    }

    static @Nullable Campaign find(Session session, CampaignId id) throws SQLException {
        return session.first(BY_ID, CampaignTable::campaign, id.value());
    }

    /// Of a shared ledger: the campaign, which nobody else changes until the transaction ends.
    static @Nullable Decided lock(Session session, CampaignId id) throws SQLException {
        return session.first(LOCKING_BY_ID, CampaignTable::decided, id.value());
    }

    /// Those that were changed by an operator at `micros` or later.
    static List<Campaign> updatedSince(Session session, long micros) throws SQLException {
        return session.list(UPDATED_SINCE, CampaignTable::campaign, micros);
    }

    static List<Campaign> numbered(Session session, List<Long> numbers) throws SQLException {
        if (numbers.isEmpty()) {
            return List.of();
        }
        String list = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return session.list(SELECT + "WHERE number IN (" + list + ")", CampaignTable::campaign);
    }

    /// Hands the numbers of all campaigns to `consumer`.
    ///
    /// @return up to which number these are all there are
    static long numbers(Session session, Consumer<Long> consumer) throws SQLException {
        List<Long> rows =
                session.list(
                        "SELECT state.campaigns_created, campaign.number FROM ledger_state state"
                                + " LEFT JOIN campaigns campaign ON campaign.number > 0",
                        row -> {
                            long number = row.getLong(2);
                            if (!row.wasNull()) {
                                consumer.accept(number);
                            }
                            return row.getLong(1);
                        });
        return rows.getFirst();
    }

    static List<Campaign> page(Session session, long afterNumber, int limit) throws SQLException {
        return session.list(PAGE, CampaignTable::campaign, afterNumber, limit);
    }

    static void insert(Transaction transaction, Campaign campaign) throws SQLException {
        transaction.updateExactly(
                1,
                "INSERT INTO campaigns (number, id, name, total_coupons, start_micros, end_micros,"
                        + " paused, version, created_at_micros, updated_at_micros)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                campaign.number(),
                campaign.id().value(),
                campaign.terms().name(),
                totalCoupons(campaign.terms()),
                campaign.terms().window().startMicros(),
                endMicros(campaign.terms().window()),
                campaign.paused() ? 1 : 0,
                campaign.revision().version(),
                campaign.revision().createdAtMicros(),
                campaign.revision().updatedAtMicros());
    }

    /// Puts `campaign` in place of the version before it.
    static void revise(Transaction transaction, Campaign campaign) throws SQLException {
        transaction.updateExactly(
                1,
                "UPDATE campaigns SET name = ?, total_coupons = ?, start_micros = ?, end_micros ="
                        + " ?, paused = ?, version = ?, updated_at_micros = ? WHERE number = ? AND"
                        + " version = ?",
                campaign.terms().name(),
                totalCoupons(campaign.terms()),
                campaign.terms().window().startMicros(),
                endMicros(campaign.terms().window()),
                campaign.paused() ? 1 : 0,
                campaign.revision().version(),
                campaign.revision().updatedAtMicros(),
                campaign.number(),
                campaign.revision().version() - 1);
    }

    /// Of a shared ledger: keeps the time of the act as that of the last decision.
    static void keepDecided(Transaction transaction, long number) throws SQLException {
        transaction.updateExactly(
                1,
                "UPDATE campaigns SET decided_at_micros = ? WHERE number = ?",
                transaction.nowMicros(),
                number);
    }

    static void delete(Transaction transaction, Campaign campaign) throws SQLException {
        transaction.updateExactly(
                1,
                "DELETE FROM campaigns WHERE number = ? AND issued_count = 0",
                campaign.number());
    }

    /// Counts `count` more coupons of `campaign`, which is as it stands.
    static void countIssued(Transaction transaction, Campaign campaign, int count)
            throws SQLException {
        transaction.updateExactly(
                1,
                "UPDATE campaigns SET issued_count = ? WHERE number = ? AND issued_count = ?",
                campaign.issued() + count,
                campaign.number(),
                campaign.issued());
    }

    static @Nullable IndexProgress indexProgress(Session session, long number) throws SQLException {
        return session.first(PROGRESS + "WHERE number = ?", CampaignTable::progress, number);
    }

    /// The campaigns with coupons that do not all stand in [UserCouponTable].
    static List<IndexProgress> unfinished(Session session) throws SQLException {
        return session.list(UNFINISHED, CampaignTable::progress);
    }

    /// Puts `after` in place of `before`.
    static void advance(Transaction transaction, IndexProgress before, IndexProgress after)
            throws SQLException {
        transaction.updateExactly(
                1,
                "UPDATE campaigns SET indexed_count = ?, indexing_count = ?, indexing_tags = ?"
                        + " WHERE number = ? AND indexed_count = ? AND indexing_count = ?"
                        + " AND indexing_tags = ?",
                after.indexed(),
                after.indexing(),
                after.tags(),
                before.campaign().number(),
                before.indexed(),
                before.indexing(),
                before.tags());
    }

    /// Reads a row of [#SELECT_LOCKING].
    static Decided decided(ResultSet row) throws SQLException {
        return new Decided(campaign(row), row.getLong(12));
    }

    private static IndexProgress progress(ResultSet row) throws SQLException {
        return new IndexProgress(campaign(row), row.getInt(12), row.getInt(13), row.getLong(14));
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        return new Campaign(
                row.getLong(1),
                new CampaignId(row.getString(2)),
                new CampaignTerms(row.getString(3), row.getInt(4), window(row)),
                row.getInt(7) == 1,
                row.getInt(8),
                new Revision(row.getLong(9), row.getLong(10), row.getLong(11)));
    }

    private static Window window(ResultSet row) throws SQLException {
        long start = row.getLong(5);
        long end = row.getLong(6);
        return row.wasNull() ? Window.from(start) : new Window(start, end);
    }

    private static @Nullable Integer totalCoupons(CampaignTerms terms) {
        return terms.isUnlimited() ? null : (Integer) terms.quantity();
    }

    private static @Nullable Long endMicros(Window window) {
        return window.hasEnd() ? (Long) window.endMicros() : null;
    }
}
