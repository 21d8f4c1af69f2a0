package io.firstcome.ledger.sql;

import io.firstcome.core.code.CodeKey;

import java.sql.SQLException;

/// The key of the coupon codes as the ledger keeps it.
final class CodeKeySetting {
    private static final String NAME = "code_key";
    private static final int NEW_KEY_BYTES = 32;

    private CodeKeySetting() {}

    /// The key the ledger keeps. A new ledger is given the one of `options`, or a new one.
    static CodeKey establish(Session session, LedgerOptions options) throws SQLException {
        CodeKey given = options.codeKey();
        if (given != null && SettingTable.find(session, NAME) == null) {
            SettingTable.keep(session, NAME, given.bytes());
        }
        CodeKey kept =
                new CodeKey(
                        SettingTable.findOrMake(session, NAME, NEW_KEY_BYTES, options.random()));
        if (given != null && !given.equals(kept)) {
            throw new LedgerOpenException(
                    "code key: not the one this ledger keeps (expected: the key its codes were made"
                            + " with, or none)");
        }
        return kept;
    }
}
