package io.firstcome.ledger.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/// An act under way on a connection to a shared database.
final class Attempt {
    private final Connection connection;
    private final Session session;
    private final SharedClock clock;
    private boolean isCommitting;
    private boolean isFilled;

    Attempt(Connection connection, SharedClock clock) {
        this.connection = connection;
        this.session = new Session(connection);
        this.clock = clock;
    }

    Connection connection() {
        return connection;
    }

    Session session() {
        return session;
    }

    /// The time to decide by.
    ///
    /// @param query [Database#clock]
    long nowMicros(String query) throws SQLException {
        long askedNanos = System.nanoTime();
        Long micros =
                session.first(query + LedgerState.AND_FLOOR, row -> nowMicros(row, askedNanos));
        return Objects.requireNonNull(micros, "ledger_state");
    }

    /// The same of a row of that query.
    ///
    /// @param askedNanos when it was asked
    /// @throws ReadOnlyException when nobody can decide there, nor know how old it is what he reads
    long nowMicros(ResultSet row, long askedNanos) throws SQLException {
        if (row.getLong(2) > 0) {
            throw new ReadOnlyException();
        }
        isFilled = row.getLong(4) > 0;
        return clock.decide(row.getLong(1), row.getLong(3), askedNanos);
    }

    /// For whoever decides, or tells who may get what, once the time is read: of an import that is
    /// not finished coupons are missing. A node may run on a ledger when one into it begins.
    void requireWhole() throws ImportUnfinishedException {
        if (isFilled) {
            throw new ImportUnfinishedException();
        }
    }

    /// The time to decide by about a campaign: not before that of its last decision.
    long nowMicros(long nowMicros, CampaignTable.Decided campaign) {
        return notBefore(campaign.micros(), nowMicros);
    }

    /// A time to decide by that is later than that of the campaign's last decision.
    long laterMicros(long nowMicros, CampaignTable.Decided campaign) {
        return notBefore(campaign.micros() + 1, nowMicros);
    }

    private long notBefore(long leastMicros, long nowMicros) {
        clock.pass(leastMicros);
        return Math.max(leastMicros, nowMicros);
    }

    /// Tells that a statement comes that commits: until it is answered, nobody here knows whether
    /// the act is durable.
    void committing() {
        isCommitting = true;
    }

    void commit() throws SQLException {
        committing();
        connection.commit();
    }

    boolean isCommitting() {
        return isCommitting;
    }
}
