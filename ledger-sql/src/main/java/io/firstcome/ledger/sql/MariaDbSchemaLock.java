package io.firstcome.ledger.sql;

import java.sql.SQLException;

/// Lets one node at a time make the tables of MariaDB or MySQL. The session that has it is idle
/// meanwhile, and may be so for as long as that takes.
///
/// @param settings of a session, which hold again afterwards
record MariaDbSchemaLock(boolean isMySql, String settings) implements Schema.Lock {
    /// Before the driver gives up a connection on which nothing comes.
    private static final int WAIT_SECONDS = 8;

    private static final String PATIENCE = "SET SESSION wait_timeout = 28800";

    /// Else it would end the waiting, and the session that is waited for.
    private static final String MARIADB_PATIENCE =
            PATIENCE + ", max_statement_time = 0, idle_transaction_timeout = 0";

    @Override
    public void lock(Session session) throws SQLException {
        session.run(isMySql ? PATIENCE : MARIADB_PATIENCE);
        Integer granted =
                session.first(
                        "SELECT GET_LOCK('firstcome schema', " + WAIT_SECONDS + ")",
                        row -> row.getInt(1));
        if (granted == null || granted != 1) {
            throw new LedgerOpenException(
                    "ledger schema: another node makes the tables (expected: that it has within"
                            + " %d s; try again)".formatted(WAIT_SECONDS));
        }
    }

    @Override
    public void unlock(Session session) throws SQLException {
        session.run("SELECT RELEASE_LOCK('firstcome schema')");
        session.run(settings);
    }
}
