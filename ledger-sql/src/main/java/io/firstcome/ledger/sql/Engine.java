package io.firstcome.ledger.sql;

import java.sql.Connection;
import java.sql.SQLException;

/// What differs between database engines: how to connect, how to delimit a transaction, and the few
/// statements they do not share.
interface Engine extends AutoCloseable {
    /// A new connection on which a commit that has returned is durable.
    Connection connectForWriting() throws SQLException;

    /// A new connection that sees what was committed before each of its statements.
    Connection connectForReading() throws SQLException;

    Schema.Migration migration();

    void begin(Session session) throws SQLException;

    /// Whether [#begin] failed for no other reason than that somebody else is writing, so that it
    /// may succeed the next time.
    boolean isBusy(SQLException failure);

    void commit(Session session) throws SQLException;

    void rollback(Session session) throws SQLException;

    /// The statement that inserts coupons with consecutive ordinals, of: campaign number, first
    /// ordinal, time of issue, and a JSON array of the users in order.
    String insertCoupons();

    /// The statement that inserts coupons by user, of: a JSON array of numbers with the user's tag
    /// in the upper and the ordinal in the lower 32 bits, and the campaign number.
    String insertUserCoupons();

    /// The query for the users of a campaign's coupons in one text, by ordinal, separated by the
    /// character 31 (no user has control characters): of campaign number, first and last ordinal.
    String joinedUsers();

    /// Gives up what is held for as long as the ledger is open.
    @Override
    void close();
}
