package io.firstcome.ledger.sql;

/// Failures of MariaDB or MySQL.
final class MariaDbFailuresTest extends FailuresTest {
    MariaDbFailuresTest() {
        super(Servers.mariaDb("failures"));
    }

    @Override
    void setReadOnly(boolean isReadOnly) {
        fixture().tamper("SET GLOBAL read_only = " + (isReadOnly ? "ON" : "OFF"));
    }

    /// It ends the one that has changed less.
    @Override
    String sparing() {
        return "INSERT INTO ledger_settings (name, value) VALUES"
                + " ('a', ''), ('b', ''), ('c', ''), ('d', ''), ('e', ''), ('f', ''), ('g', ''),"
                + " ('h', ''), ('i', ''), ('j', ''), ('k', ''), ('l', ''), ('m', ''), ('n', '')";
    }

    @Override
    String waiting() {
        return "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'";
    }
}
