package io.firstcome.ledger.sql;

import com.zaxxer.hikari.SQLExceptionOverride;

import java.sql.SQLException;

/// A connection to what was the primary is of no more use.
record ReadOnlyIsBroken(Database database) implements SQLExceptionOverride {
    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return database.isReadOnly(failure) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
