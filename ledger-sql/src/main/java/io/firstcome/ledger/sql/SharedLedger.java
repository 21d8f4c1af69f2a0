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
import io.firstcome.core.ledger.CampaignFollower;
import io.firstcome.core.ledger.CreateOutcome;
import io.firstcome.core.ledger.CreateOutcome.Created;
import io.firstcome.core.ledger.IssueBatch;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.core.ledger.UserCoupon;
import io.firstcome.core.time.LedgerClock;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The ledger on a database of its own, PostgreSQL, MariaDB or MySQL, which any number of nodes may
/// share. The locked row of a campaign is what brings their decisions into one order; the clock of
/// the database is the one that decides.
///
/// A failure of the database passes: what is asked meanwhile is answered by a [LedgerException].
public final class SharedLedger implements Ledger {
    private static final int HOLDERS_PAGE = 4096;

    private final Database database;
    private final SharedLedgerOptions options;
    private final Connections connections;
    private final Attempts attempts;
    private final SharedClock clock;
    private final CodeKey codeKey;
    private final List<String> warnings;
    private volatile long durableMicros;
    private volatile @Nullable Follower follower;
    private volatile boolean isClosed;

    private SharedLedger(
            Database database,
            SharedLedgerOptions options,
            Connections connections,
            SharedClock clock,
            ImportMarker.Rule rule)
            throws SQLException {
        this.database = database;
        this.options = options;
        this.connections = connections;
        this.clock = clock;
        this.attempts = new Attempts(connections);
        this.warnings = connections.prepare(rule);
        this.codeKey = attempts.perform(this::establishKey);
        this.durableMicros =
                attempts.perform(attempt -> LedgerState.latestMicros(attempt.session()));
        clock.pass(durableMicros);
        attempts.perform(attempt -> attempt.nowMicros(database.clock()));
    }

    /// Opens the ledger, and makes a new one where there is none.
    ///
    /// @throws LedgerOpenException when that is not possible; the message says why
    public static SharedLedger open(SharedLedgerOptions options) {
        return open(options, new DatabaseTime(), UnaryOperator.identity());
    }

    static SharedLedger open(
            SharedLedgerOptions options, SharedTime time, UnaryOperator<Connection> wrapping) {
        return open(options, time, wrapping, ImportMarker::requireNone);
    }

    static SharedLedger open(SharedLedgerOptions options, ImportMarker.Rule rule) {
        return open(options, new DatabaseTime(), UnaryOperator.identity(), rule);
    }

    private static SharedLedger open(
            SharedLedgerOptions options,
            SharedTime time,
            UnaryOperator<Connection> wrapping,
            ImportMarker.Rule rule) {
        Database database = Databases.of(options.url());
        SharedClock clock = new SharedClock(time);
        Connections connections = new Connections(database, options, clock, wrapping);
        try {
            return new SharedLedger(database, options, connections, clock, rule);
        } catch (SQLException | LedgerException e) {
            connections.close();
            throw LedgerOpenException.of(e);
        } catch (RuntimeException e) {
            connections.close();
            throw e;
        }
    }

    /// Of nodes that open a new ledger together, one makes the key.
    private CodeKey establishKey(Attempt attempt) throws SQLException {
        LedgerState.lock(attempt.session());
        CodeKey key =
                CodeKeySetting.establish(attempt.session(), options.codeKey(), options.random());
        attempt.commit();
        return key;
    }

    /// The import into this ledger, which was opened for it.
    LedgerImport filling() {
        return new SharedImport(this, database, attempts);
    }

    /// What is not promised on this database, in words for whoever operates it.
    public List<String> warnings() {
        return warnings;
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
        List<Grant> tried = new ArrayList<>();
        return attempts.perform(
                attempt -> new IssueExchange(database, attempt, tried).perform(batches));
    }

    @Override
    public CreateOutcome createDurably(CampaignId id, CampaignTerms terms) {
        CampaignExchange exchange = new CampaignExchange(database);
        CreateOutcome outcome = attempts.perform(attempt -> exchange.create(attempt, id, terms));
        if (outcome instanceof Created) {
            awaitFollowers();
        }
        return outcome;
    }

    @Override
    public ChangeOutcome changeDurably(CampaignId id, OptionalLong version, CampaignChange change) {
        CampaignExchange exchange = new CampaignExchange(database);
        ChangeOutcome outcome =
                attempts.perform(attempt -> exchange.change(attempt, id, version, change));
        if (exchange.mustBeKnown()) {
            awaitFollowers();
        }
        return outcome;
    }

    @Override
    public ChangeOutcome deleteDurably(CampaignId id, OptionalLong version) {
        CampaignExchange exchange = new CampaignExchange(database);
        return attempts.perform(attempt -> exchange.delete(attempt, id, version));
    }

    /// Until no node refuses by what it knew before: whoever is told of this change meets it
    /// everywhere.
    void awaitFollowers() {
        try {
            Thread.sleep(options.boardAgeMax());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void passDurably(long micros) {
        if (micros > durableMicros) {
            durableMicros = attempts.perform(attempt -> pass(attempt, micros));
        }
    }

    private long pass(Attempt attempt, long micros) throws SQLException {
        long nowMicros = Math.max(micros, attempt.nowMicros(database.clock()));
        LedgerState.pass(attempt.session(), nowMicros);
        attempt.commit();
        return nowMicros;
    }

    @Override
    public List<Campaign> campaigns(long afterNumber, int limit) {
        return attempts.perform(
                attempt -> CampaignTable.page(attempt.session(), afterNumber, limit));
    }

    @Override
    public List<Issuance> issuances(long campaignNumber, int afterOrdinal, int limit) {
        return attempts.perform(attempt ->
                CouponTable.page(attempt.session(), campaignNumber, afterOrdinal, limit));
    }

    @Override
    public List<UserCoupon> couponsOf(UserId user, long beforeNumber, int limit) {
        return attempts.perform(
                attempt -> CouponTable.ofUser(attempt.session(), user, beforeNumber, limit));
    }

    @Override
    public void forEachHolder(long campaignNumber, Consumer<UserId> consumer) {
        List<Issuance> page = issuances(campaignNumber, 0, HOLDERS_PAGE);
        while (!page.isEmpty()) {
            page.forEach(issuance -> consumer.accept(issuance.user()));
            page = issuances(campaignNumber, page.getLast().ordinal(), HOLDERS_PAGE);
        }
    }

    @Override
    public ApiKeys keys() {
        return new SharedApiKeys(attempts);
    }

    /// There is none: the database keeps its indexes itself.
    @Override
    public boolean doQuietWork() {
        return false;
    }

    @Override
    public void follow(CampaignFollower wish) {
        Follower following = follower(wish);
        following.look();
        follower = following;
        Thread.ofPlatform().name("follower").daemon().start(following);
    }

    Follower follower(CampaignFollower wish) {
        return new Follower(database, attempts, wish, options.boardAgeMax());
    }

    @Override
    public boolean isFollowed() {
        Follower following = follower;
        return following != null && following.isCurrent();
    }

    @Override
    public boolean isHealthy() {
        return !isClosed;
    }

    /// Makes durable how late it is, and gives the connections back.
    @Override
    public void close() {
        isClosed = true;
        Follower following = follower;
        if (following != null) {
            following.stop();
        }
        try (connections) {
            passDurably(clock.decidedMicros());
        } catch (LedgerException e) {
            // The database is gone; what it has told of its time, it keeps by itself.
        }
    }
}
