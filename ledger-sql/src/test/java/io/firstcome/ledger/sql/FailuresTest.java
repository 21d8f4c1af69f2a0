package io.firstcome.ledger.sql;

import static io.firstcome.ledger.sql.Drop.START;
import static io.firstcome.ledger.sql.Drop.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.CampaignFollower;
import io.firstcome.core.ledger.IssueBatch;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.testkit.TestClock;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// A node whose database can not do what it is asked for, for a while.
@SuppressWarnings("NullAway.Init")
abstract class FailuresTest {
    private final SharedFixture fixture;

    /// The connection of each attempt.
    private final List<Connection> used = Collections.synchronizedList(new ArrayList<>());

    /// Whether the ledger waits longer for locks than it does by itself.
    private volatile boolean isPatient;

    private SharedLedger ledger;
    private Campaign first;
    private Campaign second;

    FailuresTest(SharedFixture fixture) {
        this.fixture = fixture;
    }

    final SharedFixture fixture() {
        return fixture;
    }

    final SharedLedger ledger() {
        return ledger;
    }

    @BeforeEach
    void open() {
        ledger =
                fixture.openWrapped(
                        new TestClock(START),
                        this::noted,
                        SharedLedgerOptions.DEFAULT_BOARD_AGE_MAX);
        first = Drop.create(ledger, "first", 10);
        second = Drop.create(ledger, "second", 10);
        used.clear();
    }

    @AfterEach
    void close() {
        ledger.close();
        fixture.destroy();
    }

    /// What is behind the pool's connection.
    private Connection noted(Connection connection) {
        try {
            used.add(connection.unwrap(Connection.class));
            if (isPatient) {
                run(connection, patience());
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One that wants to know nothing.
    static final class Nobody implements CampaignFollower {
        @Override
        public void seen(Campaign campaign) {}

        @Override
        public List<Long> counted(long sinceMicros) {
            return List.of();
        }

        @Override
        public List<Long> remaining(Set<Long> numbers, long lastNumber) {
            return List.of();
        }
    }

    final List<Connection> used() {
        return used;
    }

    final void assertNothingIsIssued() {
        assertNotAttempted(() -> Drop.issue(ledger, first, "a"));
    }

    private static void assertNotAttempted(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        LedgerException.class,
                        failure -> assertThat(failure.isNotAttempted()).isTrue());
    }

    /// Also for users of the database who may write nevertheless, as that of the tests is.
    abstract void setReadOnly(boolean isReadOnly) throws Exception;

    @Test
    void aDatabaseThatHasBecomeReadOnlyDecidesNothing() throws Exception {
        setReadOnly(true);
        try {
            assertNothingIsIssued();
            assertNotAttempted(() -> Drop.create(ledger, "third", 10));
        } finally {
            setReadOnly(false);
        }
        Patience.await("an answer", this::isAnswered);
        assertThat(Drop.ordinal(Drop.issue(ledger, first, "b"))).isEqualTo(1);
        assertThat(used).as("connections").filteredOn(used.getFirst()::equals).hasSize(1);
        assertThat(ledger.campaigns(0, 10)).hasSize(2);
    }

    private boolean isAnswered() {
        try {
            return !ledger.campaigns(0, 1).isEmpty();
        } catch (LedgerException e) {
            return false;
        }
    }

    @Test
    void whatAReadOnlyDatabaseSaysIsNotCurrent() throws Exception {
        ledger.follow(new Nobody());
        assertThat(ledger.isFollowed()).isTrue();
        setReadOnly(true);
        try {
            Patience.await("not followed", () -> !ledger.isFollowed());
        } finally {
            setReadOnly(false);
        }
        Patience.await("followed", ledger::isFollowed);
    }

    @Test
    void aRowThatSomebodyHasLockedIsWaitedFor() throws Exception {
        isPatient = true;
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                Connection other = transaction()) {
            lock(other, first);
            Future<Verdict> issuing = threads.submit(() -> Drop.issue(ledger, first, "a"));
            Patience.await("the row is waited for", () -> issuing.isDone() || lockWaits() == 1);
            other.rollback();
            assertThat(Drop.ordinal(issuing.get())).isEqualTo(1);
        }
        assertThat(used).as("attempts").hasSize(1);
    }

    @Test
    void aRowThatSomebodyHasLockedIsNotWaitedForWithoutEnd() throws Exception {
        try (ExecutorService threads = Executors.newSingleThreadExecutor();
                Connection other = transaction()) {
            lock(other, first);
            Future<?> issuing = threads.submit(this::assertNothingIsIssued);
            issuing.get(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(used).as("attempts").hasSize(1);
            assertThat(Drop.ordinal(Drop.issue(ledger, second, "a"))).isEqualTo(1);
            other.rollback();
        }
        assertThat(Drop.ordinal(Drop.issue(ledger, first, "a"))).isEqualTo(1);
    }

    /// What has the database end another transaction rather than this one.
    abstract String sparing();

    /// What has a session wait for locks almost as long as a connection waits for an answer.
    abstract String patience();

    /// How many transactions wait for a lock.
    abstract long lockWaits() throws Exception;

    /// The ledger holds the first campaign, on which another transaction waits, when it asks for
    /// the last, which that one holds. It is stopped at the middle one until then, so that it is
    /// the one that makes the deadlock, however slow the machine is.
    @Test
    void whatADeadlockRolledBackIsDoneAgain() throws Exception {
        Campaign last = Drop.create(ledger, "last", 10);
        used.clear();
        try (ExecutorService threads = Executors.newCachedThreadPool();
                Connection other = transaction();
                Connection gate = transaction()) {
            run(other, sparing());
            lock(other, last);
            lock(gate, second);
            isPatient = true;
            Future<List<BatchOutcome>> issuing = threads.submit(() -> issueOfAll(last));
            Patience.await("the gate is waited for", () -> issuing.isDone() || lockWaits() == 1);
            Future<?> crossing = threads.submit(() -> lockAndEnd(other, first));
            Patience.await("both wait", () -> issuing.isDone() || lockWaits() == 2);
            gate.rollback();
            crossing.get();
            assertThat(issuing.get())
                    .map(BatchOutcome.Decided.class::cast)
                    .flatMap(BatchOutcome.Decided::verdicts)
                    .hasSize(4)
                    .allMatch(Verdict.Granted.class::isInstance);
        }
        assertThat(used).as("attempts").hasSize(2);
    }

    private List<BatchOutcome> issueOfAll(Campaign last) {
        return ledger.issueDurably(
                List.of(
                        new IssueBatch(last.number(), users("a")),
                        new IssueBatch(second.number(), users("a")),
                        new IssueBatch(first.number(), users("a", "b"))));
    }

    private static @Nullable Void lockAndEnd(Connection connection, Campaign campaign)
            throws SQLException {
        lock(connection, campaign);
        connection.rollback();
        return null;
    }

    private Connection transaction() throws SQLException {
        Connection connection = fixture.connect();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void lock(Connection connection, Campaign campaign) throws SQLException {
        run(
                connection,
                "SELECT number FROM campaigns WHERE number = " + campaign.number() + " FOR UPDATE");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
