package io.firstcome.ledger.sql;

import io.firstcome.core.access.ApiKeys;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.code.CodeKey;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.CreateOutcome;
import io.firstcome.core.ledger.IssueBatch;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.core.ledger.UserCoupon;
import io.firstcome.core.time.LedgerClock;
import io.firstcome.core.time.MonotonicClock;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// The ledger on an SQL database.
///
/// Calls go into native code, so they belong on platform threads.
public final class SqlLedger implements Ledger {
    /// How many users [#forEachHolder] reads at a time.
    private static final int HOLDERS_PAGE = 4096;

    private final Engine engine;
    private final MonotonicClock clock;
    private final CodeKey codeKey;
    private final Writer writer;
    private final Readers readers;
    private final UserHash hash;
    private final LiveUsers liveUsers;
    private final QuietWork quietWork;
    private final IssueTransaction issueTransaction;
    private final CampaignActs campaignActs;
    private final UserCoupons userCoupons;

    private SqlLedger(Engine engine, Session writing, LedgerOptions options) throws SQLException {
        this.engine = engine;
        this.codeKey = CodeKeySetting.establish(writing, options.codeKey(), options.random());
        long floorMicros = LedgerState.clockFloorMicros(writing);
        this.clock = new MonotonicClock(options.wallClock(), floorMicros);
        this.writer = new Writer(engine, writing, clock, floorMicros);
        this.readers = new Readers(engine);
        this.hash = SecretUserHash.establish(writing, options.random());
        UserCouponTable table = new UserCouponTable(engine, hash);
        this.liveUsers = new LiveUsers(hash);
        this.userCoupons = new UserCoupons(liveUsers, table);
        this.quietWork = new QuietWork(liveUsers, table, options.usersInMemoryMax());
        this.issueTransaction =
                new IssueTransaction(
                        engine, liveUsers, userCoupons, new UserTagTable(engine, hash), quietWork);
        this.campaignActs = new CampaignActs(quietWork, clock);
    }

    /// Opens the ledger in `directory` for this process alone, and makes a new one where there is
    /// none.
    ///
    /// @throws LedgerOpenException when that is not possible; the message says why
    public static SqlLedger openSqlite(Path directory, LedgerOptions options) {
        return open(SqliteEngine.open(directory), options);
    }

    static SqlLedger open(Engine engine, LedgerOptions options) {
        return open(engine, options, ImportMarker::requireNone);
    }

    static SqlLedger open(Engine engine, LedgerOptions options, ImportMarker.Rule rule) {
        try {
            return open(engine, new Session(engine.connectForWriting()), options, rule);
        } catch (SQLException e) {
            engine.close();
            throw LedgerOpenException.of(e);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private static SqlLedger open(
            Engine engine, Session writing, LedgerOptions options, ImportMarker.Rule rule)
            throws SQLException {
        try {
            Schema.ensure(engine.migration(), writing);
            rule.apply(writing);
            SqlLedger ledger = new SqlLedger(engine, writing, options);
            ledger.resume(CampaignTable.unfinished(writing));
            return ledger;
        } catch (SQLException | RuntimeException e) {
            writing.close();
            throw e;
        }
    }

    private void resume(List<IndexProgress> campaigns) throws SQLException {
        try (Readers loading = new Readers(engine)) {
            new LiveUsersLoader(engine, hash, loading, liveUsers).load(campaigns);
        }
        campaigns.forEach(quietWork::resume);
    }

    /// The import into this ledger, which was opened for it.
    LedgerImport filling() {
        UserTagTable userTags = new UserTagTable(engine, hash);
        return new EmbeddedImport(this, engine, userTags, liveUsers, quietWork);
    }

    /// Performs an act of the import, before which there is room for so many coupons in memory.
    <T> T write(int coupons, Writer.Act<T> act) {
        makeRoom(coupons);
        return writer.write(act);
    }

    @Override
    public LedgerClock clock() {
        return clock;
    }

    @Override
    public CodeKey codeKey() {
        return codeKey;
    }

    @Override
    public List<BatchOutcome> issueDurably(List<IssueBatch> batches) {
        IssueBatches.requireDifferentCampaigns(batches);
        makeRoom(batches.stream().mapToInt(batch -> batch.users().size()).sum());
        return writer.write(transaction -> issueTransaction.perform(transaction, batches));
    }

    /// While memory is crowded, brings two coupons to the disk for each that may be issued. Where
    /// that fails, nothing was issued.
    private void makeRoom(int issuedMax) {
        try {
            int brought = 0;
            while (brought < 2 * issuedMax && quietWork.isCrowded()) {
                int coupons = 2 * issuedMax - brought;
                brought += writer.write(transaction -> quietWork.perform(transaction, coupons));
            }
        } catch (LedgerException e) {
            throw LedgerException.notAttempted("ledger: failed to make room in memory", e);
        }
    }

    @Override
    public CreateOutcome createDurably(CampaignId id, CampaignTerms terms) {
        return writer.write(transaction -> campaignActs.create(transaction, id, terms));
    }

    @Override
    public ChangeOutcome changeDurably(CampaignId id, OptionalLong version, CampaignChange change) {
        return writer.write(transaction -> campaignActs.change(transaction, id, version, change));
    }

    @Override
    public ChangeOutcome deleteDurably(CampaignId id, OptionalLong version) {
        return writer.write(transaction -> campaignActs.delete(transaction, id, version));
    }

    @Override
    public void passDurably(long micros) {
        writer.keepTime(micros);
    }

    @Override
    public List<Campaign> campaigns(long afterNumber, int limit) {
        return readers.read(session -> CampaignTable.page(session, afterNumber, limit));
    }

    @Override
    public List<Issuance> issuances(long campaignNumber, int afterOrdinal, int limit) {
        return readers.read(
                session -> CouponTable.page(session, campaignNumber, afterOrdinal, limit));
    }

    @Override
    public List<UserCoupon> couponsOf(UserId user, long beforeNumber, int limit) {
        return readers.read(session -> userCoupons.page(session, user, beforeNumber, limit));
    }

    @Override
    public void forEachHolder(long campaignNumber, Consumer<UserId> consumer) {
        JoinedUsers users = holders(campaignNumber, 1);
        while (users != null) {
            int count =
                    users.forEach((ordinal, text, start, end) ->
                            consumer.accept(new UserId(text.substring(start, end))));
            users = holders(campaignNumber, users.firstOrdinal() + count);
        }
    }

    private @Nullable JoinedUsers holders(long campaignNumber, int first) {
        OrdinalRange page = new OrdinalRange(campaignNumber, first, first + HOLDERS_PAGE - 1);
        return readers.read(session -> JoinedUsers.read(session, engine, page));
    }

    @Override
    public ApiKeys keys() {
        return new EmbeddedApiKeys(engine);
    }

    @Override
    public boolean doQuietWork() {
        if (!isHealthy() || !quietWork.isDue(clock.nowMicros())) {
            return false;
        }
        writer.write(transaction -> quietWork.perform(transaction, QuietWork.PIECE));
        return quietWork.isDue(clock.nowMicros());
    }

    @Override
    public void rehearse() {
        if (isHealthy()) {
            writer.write(this::rehearse);
        }
    }

    private long rehearse(Transaction transaction) throws SQLException {
        issueTransaction.rehearse(transaction);
        return transaction.nowMicros();
    }

    /// How many coupons have their users in memory.
    long usersInMemory() {
        return liveUsers.size();
    }

    @Override
    public boolean isHealthy() {
        return writer.isHealthy();
    }

    /// Waits for what is under way, makes the time durable and gives the ledger up.
    @Override
    public void close() {
        try (engine;
                writer;
                readers) {
            // In reverse: the writer goes last and leaves nothing in the log.
        } catch (SQLException e) {
            throw LedgerException.notAttempted("ledger: failed to close", e);
        }
    }
}
