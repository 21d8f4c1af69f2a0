package io.firstcome.ledger.sql;

import io.firstcome.core.code.CodeKey;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.random.RandomGenerator;

/// The key of the coupon codes as the ledger keeps it.
final class CodeKeySetting {
    private static final String NAME = "code_key";
    private static final int NEW_KEY_BYTES = 32;

    private CodeKeySetting() {}

    /// The key the ledger keeps. A new ledger takes the one given, or a random one.
    static CodeKey establish(Session session, @Nullable CodeKey given, RandomGenerator random)
            throws SQLException {
        if (given != null && SettingTable.find(session, NAME) == null) {
            SettingTable.keep(session, NAME, given.bytes());
        }
        CodeKey kept = new CodeKey(SettingTable.findOrMake(session, NAME, NEW_KEY_BYTES, random));
        if (given != null && !given.equals(kept)) {
            throw new LedgerOpenException(
                    "code key: not the one this ledger keeps (expected: the key its codes were made"
                            + " with, or none)");
        }
        return kept;
    }

    /// Has a ledger without coupons keep this key.
    ///
    /// @param isAlone whether surely no server has the ledger open, and the key it keeps in mind
    static void replace(Session session, CodeKey key, boolean isAlone) throws SQLException {
        byte[] kept = SettingTable.find(session, NAME);
        if (kept != null && !isAlone && !key.equals(new CodeKey(kept))) {
            throw new LedgerOpenException(
                    "code key: the ledger has one of its own (expected: that of the export, or a"
                            + " new database: a server that has this ledger open would make codes"
                            + " with the other key)");
        }
        SettingTable.remove(session, NAME);
        SettingTable.keep(session, NAME, key.bytes());
    }
}
