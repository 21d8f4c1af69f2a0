package io.firstcome.ledger.sql;

import java.sql.SQLException;
import java.util.Arrays;

/// What a ledger keeps about itself while another one is brought into it: which. As long as it
/// stands, coupons may be missing, so nobody may issue.
final class ImportMarker {
    private static final String NAME = "import";

    /// Says in a query whether it stands: 1, or 0.
    static final String COUNT =
            "(SELECT COUNT(*) FROM ledger_settings WHERE name = '" + NAME + "')";

    private ImportMarker() {}

    /// What has to be so of a ledger that is opened, or is then made so.
    @FunctionalInterface
    interface Rule {
        void apply(Session session) throws SQLException;
    }

    /// For whoever issues.
    static void requireNone(Session session) throws SQLException {
        if (SettingTable.find(session, NAME) != null) {
            throw new LedgerOpenException(
                    "ledger: an import into it is not finished (expected: that ./firstcome import"
                            + " is run once more, with the same --from, until it succeeds)");
        }
    }

    /// For an import: the marker of this one stands already, or there are no campaigns yet and it
    /// stands from now on.
    ///
    /// @param isAlone whether surely no server has the ledger open
    static void establish(Session session, LedgerImport.Origin origin, boolean isAlone)
            throws SQLException {
        byte[] kept = SettingTable.find(session, NAME);
        if (kept == null) {
            requireNoCampaigns(session);
            CodeKeySetting.replace(session, origin.codeKey(), isAlone);
            SettingTable.keep(session, NAME, origin.fingerprint());
            LedgerState.pass(session, origin.micros());
        } else if (!Arrays.equals(kept, origin.fingerprint())) {
            throw new LedgerOpenException(
                    "ledger: an import of another export into it is not finished (expected: the"
                            + " export that was begun with, or a new ledger)");
        }
    }

    private static void requireNoCampaigns(Session session) throws SQLException {
        if (!CampaignTable.page(session, 0, 1).isEmpty()) {
            throw new LedgerOpenException(
                    "ledger: it has campaigns (expected: a ledger without any)");
        }
    }

    /// From now on servers open the ledger.
    static void remove(Session session) throws SQLException {
        SettingTable.remove(session, NAME);
    }
}
