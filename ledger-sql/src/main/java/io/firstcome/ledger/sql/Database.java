package io.firstcome.ledger.sql;

import com.zaxxer.hikari.HikariConfig;

import io.firstcome.core.ledger.IssueBatch;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

/// What differs between the databases that many nodes share.
///
/// Where a text holds several statements, they go to the database together and are answered
/// together: that is one round trip.
interface Database {
    /// Sets how the connections of a pool are made.
    void configure(HikariConfig pool);

    /// What helps where a connection fails for this reason, to be put behind it; mostly nothing.
    String advice(String message);

    /// Whether `failure` says that the database can not be written to here: it is a replica, or was
    /// made one.
    boolean isReadOnly(SQLException failure);

    /// What is not promised on this database, in words for whoever operates it.
    ///
    /// @throws LedgerOpenException when it can not be used
    List<String> examine(Connection connection) throws SQLException;

    Schema.Migration migration(DataSource dataSource);

    /// A query of the database's time, in microseconds, and of whether the database is read-only:
    /// 1, or 0.
    String clock();

    /// Locks the campaigns of these batches in the order of their numbers and brings them, then the
    /// time of the database and that of the ledger, then what these users hold of them. What comes
    /// later is read when all the locks are held.
    String lockAndLook(List<IssueBatch> batches);

    void bindLockAndLook(PreparedStatement statement, List<IssueBatch> batches) throws SQLException;

    /// Inserts coupons, counts them with their campaigns, and commits.
    String recordAndCommit(List<Grant> grants);

    void bindRecordAndCommit(PreparedStatement statement, List<Grant> grants) throws SQLException;
}
