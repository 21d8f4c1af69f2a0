package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.Ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/// Brings campaigns into a ledger that nodes share, and leaves it as if they had been issued there.
final class SharedImport extends LedgerImport {
    private final SharedLedger ledger;
    private final Database database;
    private final Attempts attempts;

    SharedImport(SharedLedger ledger, Database database, Attempts attempts) {
        this.ledger = ledger;
        this.database = database;
        this.attempts = attempts;
    }

    static LedgerImport open(SharedLedgerOptions options, Origin origin) {
        SharedLedger ledger = SharedLedger.open(options, session -> establish(session, origin));
        // Nodes that run on it know then that they know nothing.
        ledger.awaitFollowers();
        return ledger.filling();
    }

    private static void establish(Session session, Origin origin) throws SQLException {
        LedgerState.lock(session);
        ImportMarker.establish(session, origin, false);
        session.connection().commit();
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public void addDurably(Campaign campaign, List<Issuance> next) {
        attempts.perform(attempt -> {
            CampaignTable.Decided locked =
                    Objects.requireNonNull(CampaignTable.lock(attempt.session(), campaign.id()));
            int there = locked.campaign().issued();
            // Else the commit of the first attempt was not answered.
            if (there != next.getLast().ordinal()) {
                requireNext(locked.campaign(), next);
                record(attempt, campaign, next);
            }
            return there;
        });
    }

    private void record(Attempt attempt, Campaign campaign, List<Issuance> next)
            throws SQLException {
        Issuance last = next.getLast();
        List<Grant> grants =
                List.of(new Grant(campaign.number(), last.ordinal(), last.issuedAtMicros(), next));
        try (PreparedStatement statement =
                attempt.connection().prepareStatement(database.recordAndCommit(grants))) {
            database.bindRecordAndCommit(statement, grants);
            attempt.committing();
            statement.execute();
        }
    }

    /// An attempt whose commit was not answered is found by the next, which has nothing to do.
    @Override
    <T> T write(Writer.Act<T> act) {
        return attempts.perform(attempt -> {
            T done = act.perform(new Transaction(attempt.session(), 0));
            attempt.commit();
            return done;
        });
    }
}
