package io.firstcome.ledger.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The log of MariaDB and MySQL that replicas follow.
///
/// @param isKept whether there is one
/// @param isSynced whether it is on the disk before a commit is answered
/// @param isAwaited whether a commit waits until a replica has it
record BinaryLog(boolean isKept, boolean isSynced, boolean isAwaited) {
    /// By its name on MariaDB and in older MySQL, or in MySQL since 8.0.26, which has it only where
    /// its plugin is installed.
    private static final String SEMI_SYNCHRONOUS =
            "SHOW GLOBAL VARIABLES WHERE Variable_name IN"
                    + " ('rpl_semi_sync_master_enabled', 'rpl_semi_sync_source_enabled')"
                    + " AND Value = 'ON'";

    static BinaryLog of(Session session) throws SQLException {
        return new BinaryLog(
                MariaDbExamination.variable(session, "log_bin") != 0,
                MariaDbExamination.variable(session, "sync_binlog") == 1,
                session.first(SEMI_SYNCHRONOUS, row -> row.getString(1)) != null);
    }

    /// What is not promised with it.
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (isKept && !isSynced) {
            warnings.add(
                    "sync_binlog is not 1: coupons that were told as issued are lost with the"
                            + " binary log when the machine of the database loses power");
        }
        if (isKept && !isAwaited) {
            warnings.add(
                    "semi-synchronous replication is off (rpl_semi_sync_…_enabled): where there are"
                            + " replicas, a failover may lose coupons that were told as issued");
        }
        return warnings;
    }
}
