package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.Ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/// Brings campaigns into an embedded ledger, and leaves it as if they had been issued there: with
/// the tags of users, and with who is too many for memory in [UserCouponTable].
final class EmbeddedImport extends LedgerImport {
    /// So few that they are quickly brought to the disk, and read again at the next start.
    private static final int USERS_IN_MEMORY_MAX = 4_000_000;

    private final SqlLedger ledger;
    private final Engine engine;
    private final UserTagTable userTags;
    private final LiveUsers liveUsers;
    private final QuietWork quietWork;

    EmbeddedImport(
            SqlLedger ledger,
            Engine engine,
            UserTagTable userTags,
            LiveUsers liveUsers,
            QuietWork quietWork) {
        this.ledger = ledger;
        this.engine = engine;
        this.userTags = userTags;
        this.liveUsers = liveUsers;
        this.quietWork = quietWork;
    }

    static LedgerImport open(Engine engine, LedgerOptions options, Origin origin) {
        LedgerOptions own =
                new LedgerOptions(
                        options.wallClock(),
                        options.random(),
                        options.codeKey(),
                        Math.min(options.usersInMemoryMax(), USERS_IN_MEMORY_MAX));
        return SqlLedger.open(engine, own, session -> establish(engine, session, origin)).filling();
    }

    private static void establish(Engine engine, Session session, Origin origin)
            throws SQLException {
        engine.begin(session);
        ImportMarker.establish(session, origin, true);
        engine.commit(session);
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public void addDurably(Campaign campaign, List<Issuance> next) {
        ledger.write(next.size(), transaction -> add(transaction, campaign.number(), next));
    }

    private Campaign add(Transaction transaction, long number, List<Issuance> next)
            throws SQLException {
        Campaign before = Objects.requireNonNull(CampaignTable.find(transaction.session(), number));
        requireNext(before, next);
        Campaign after = before.withIssued(next.size());
        insert(transaction, number, next);
        userTags.complete(transaction, number, before.issued(), after.issued());
        CampaignTable.countIssued(transaction, before, next.size());
        transaction.afterCommit(() -> {
            liveUsers.add(number, next);
            quietWork.changed(after, transaction.nowMicros());
        });
        return after;
    }

    /// Those of one time together, as they were issued.
    private void insert(Transaction transaction, long number, List<Issuance> next)
            throws SQLException {
        int from = 0;
        for (int i = 1; i <= next.size(); i++) {
            if (i == next.size()
                    || next.get(i).issuedAtMicros() != next.get(from).issuedAtMicros()) {
                CouponTable.insert(transaction, engine, number, next.subList(from, i));
                from = i;
            }
        }
    }

    @Override
    <T> T write(Writer.Act<T> act) {
        return ledger.write(0, act);
    }
}
