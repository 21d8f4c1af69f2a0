package io.firstcome.ledger.sql;

import static io.firstcome.ledger.sql.Drop.START;
import static io.firstcome.ledger.sql.Drop.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.CampaignFollower;
import io.firstcome.core.ledger.IssueBatch;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.testkit.Fault;
import io.firstcome.testkit.FaultPlan;
import io.firstcome.testkit.FaultyJdbc;
import io.firstcome.testkit.LedgerAudit;
import io.firstcome.testkit.RecordedLog;
import io.firstcome.testkit.TestClock;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Several nodes on one ledger.
abstract class NodesTest {
    private static final int NODES = 3;
    private static final int ROUNDS = 30;

    /// What each node is to get, in a hundred batches, where all press.
    private static final int SHARE = 1_000;

    /// How many times as much there is as all are to get: room for a node that is only slow.
    private static final int PATIENCE = 10;

    private final SharedFixture fixture;
    private final TestClock clock = new TestClock(START);
    private final List<SharedLedger> nodes = new ArrayList<>();

    NodesTest(SharedFixture fixture) {
        this.fixture = fixture;
    }

    final SharedFixture fixture() {
        return fixture;
    }

    final SharedLedger node() {
        SharedLedger node = fixture.open(clock);
        nodes.add(node);
        return node;
    }

    @AfterEach
    void closeAll() {
        nodes.forEach(SharedLedger::close);
        fixture.destroy();
    }

    /// Has all nodes do the same together; what they answer.
    private static <T> List<T> together(List<SharedLedger> ledgers, Asking<T> asking)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(ledgers.size());
        List<Future<T>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(ledgers.size())) {
            for (SharedLedger ledger : ledgers) {
                answers.add(
                        threads.submit(() -> {
                            start.await();
                            return asking.of(ledger);
                        }));
            }
        }
        List<T> found = new ArrayList<>();
        for (Future<T> answer : answers) {
            found.add(answer.get());
        }
        return found;
    }

    @FunctionalInterface
    private interface Asking<T> {
        T of(SharedLedger ledger) throws Exception;
    }

    private List<SharedLedger> openNodes() {
        List<SharedLedger> open = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            open.add(node());
        }
        return open;
    }

    @Test
    void oneUserAtAllNodesAtOnceGetsOneCoupon() throws Exception {
        List<SharedLedger> ledgers = openNodes();
        Campaign campaign = Drop.create(ledgers.getFirst(), "race", CampaignTerms.UNLIMITED);
        for (int i = 1; i <= ROUNDS; i++) {
            String user = "user" + i;
            List<Verdict> verdicts =
                    together(ledgers, ledger -> Drop.issue(ledger, campaign, user));
            assertThat(verdicts).filteredOn(Verdict.Granted.class::isInstance).hasSize(1);
            assertThat(verdicts).extracting(Drop::ordinal).containsOnly(i);
        }
        LedgerAudit.check(ledgers.getFirst());
    }

    @Test
    void theLastCouponIsGivenOnce() throws Exception {
        List<SharedLedger> ledgers = openNodes();
        for (int i = 1; i <= ROUNDS; i++) {
            Campaign campaign = Drop.create(ledgers.getFirst(), "last" + i, 1);
            List<Verdict> verdicts =
                    together(
                            ledgers,
                            ledger ->
                                    Drop.issue(
                                            ledger,
                                            campaign,
                                            "of" + System.identityHashCode(ledger)));
            assertThat(verdicts).filteredOn(Verdict.Granted.class::isInstance).hasSize(1);
        }
        LedgerAudit.check(ledgers.getFirst());
    }

    @Test
    void manyCampaignsAtAllNodesAtOnceAreExact() throws Exception {
        List<SharedLedger> ledgers = openNodes();
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            numbers.add(Drop.create(ledgers.getFirst(), "many" + i, 40).number());
        }
        together(
                ledgers,
                ledger -> {
                    List<Long> mine = new ArrayList<>(numbers);
                    for (int round = 0; round < ROUNDS; round++) {
                        Collections.rotate(mine, 1 + round % 3);
                        List<UserId> asking = users("u", round, round + 9);
                        ledger.issueDurably(
                                mine.stream()
                                        .map(number -> new IssueBatch(number, asking))
                                        .toList());
                    }
                    return true;
                });
        assertThat(ledgers.getLast().campaigns(0, 10))
                .extracting(Campaign::issued)
                .containsOnly(ROUNDS + 9);
        LedgerAudit.check(ledgers.getFirst());
    }

    @Test
    void noNodeStarvesWhereAllPressOneCampaign() throws Exception {
        List<SharedLedger> ledgers = openNodes();
        Campaign campaign = Drop.create(ledgers.getFirst(), "pressed", PATIENCE * NODES * SHARE);
        CountDownLatch wanting = new CountDownLatch(NODES);
        List<Integer> granted = together(ledgers, ledger -> press(ledger, campaign, wanting));
        assertThat(granted).allMatch(it -> it >= SHARE);
        assertThat(ledgers.getFirst().campaigns(0, 10))
                .extracting(Campaign::issued)
                .containsExactly(granted.stream().mapToInt(it -> it).sum());
    }

    /// Takes coupons without a pause until every node has its share or none is left; how many.
    private static int press(SharedLedger ledger, Campaign campaign, CountDownLatch wanting) {
        String user = System.identityHashCode(ledger) + "-";
        int asked = 0;
        int granted = 0;
        while (granted == asked && wanting.getCount() > 0) {
            List<UserId> next = users(user, asked + 1, asked + SHARE / 100);
            asked += next.size();
            granted +=
                    (int)
                            Drop.issue(ledger, campaign, next).stream()
                                    .filter(Verdict.Granted.class::isInstance)
                                    .count();
            if (asked == SHARE) {
                wanting.countDown();
            }
        }
        return granted;
    }

    @Test
    void nodesThatOpenANewLedgerTogetherAgreeOnItsKey() throws Exception {
        fixture.tamper("DROP TABLE IF EXISTS firstcome_schema_history");
        for (String table :
                List.of("api_keys", "coupons", "campaigns", "ledger_settings", "ledger_state")) {
            fixture.tamper("DROP TABLE IF EXISTS " + table);
        }
        List<SharedLedger> opened = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService threads = Executors.newFixedThreadPool(NODES)) {
            List<Future<?>> opening = new ArrayList<>();
            for (int i = 0; i < NODES; i++) {
                opening.add(threads.submit(() -> opened.add(fixture.open(clock))));
            }
            for (Future<?> one : opening) {
                one.get();
            }
        } finally {
            nodes.addAll(opened);
        }
        assertThat(opened).hasSize(NODES);
        assertThat(opened).extracting(SharedLedger::codeKey).containsOnly(opened.get(0).codeKey());
    }

    /// What a node has been told of the campaigns.
    private static final class Told implements CampaignFollower {
        final ConcurrentMap<Long, Campaign> campaigns = new ConcurrentHashMap<>();

        @Override
        public void seen(Campaign campaign) {
            campaigns.put(campaign.number(), campaign);
        }

        @Override
        public List<Long> counted(long sinceMicros) {
            return List.copyOf(campaigns.keySet());
        }

        @Override
        public List<Long> remaining(Set<Long> numbers, long lastNumber) {
            campaigns.keySet().removeIf(it -> it <= lastNumber && !numbers.contains(it));
            return numbers.stream().filter(it -> !campaigns.containsKey(it)).toList();
        }
    }

    @Test
    void whatOthersDoIsToldWhenTheNodeIsUpToDate() {
        SharedLedger mine = node();
        SharedLedger others = node();
        Told told = new Told();
        assertThat(mine.isFollowed()).isFalse();
        Follower follower = mine.follower(told);
        Campaign campaign = Drop.create(others, "drop", 10);
        follower.look();
        assertThat(told.campaigns).containsValue(campaign);
        Drop.issue(others, campaign, users("a", "b"));
        follower.look();
        assertThat(told.campaigns).containsValue(campaign.withIssued(2));
        others.changeDurably(campaign.id(), OptionalLong.empty(), new CampaignChange.Pause());
        follower.look();
        assertThat(told.campaigns.values()).singleElement().matches(Campaign::paused);
    }

    @Test
    void campaignsThatOthersDeletedAreForgotten() {
        SharedLedger mine = node();
        SharedLedger others = node();
        Told told = new Told();
        Campaign gone = Drop.create(others, "gone", 10);
        Campaign stays = Drop.create(others, "stays", 10);
        Follower follower = mine.follower(told);
        follower.look();
        assertThat(told.campaigns).containsOnlyKeys(gone.number(), stays.number());
        others.deleteDurably(gone.id(), OptionalLong.empty());
        follower.lookForNumbers();
        assertThat(told.campaigns).containsOnlyKeys(stays.number());
    }

    @Test
    void aNodeThatRunsDecidesNothingDuringAnImportAndKnowsAllOfItAfterwards() {
        SharedLedger node = node();
        Told told = new Told();
        Follower follower = node.follower(told);
        follower.look();
        long longAgoMicros = START - 86_400_000_000L;
        Campaign campaign =
                Campaign.create(
                        1,
                        new CampaignId("moved"),
                        new CampaignTerms("n", 10, Window.from(longAgoMicros)),
                        longAgoMicros);
        List<Issuance> coupons =
                Drop.users("kim", "lee").stream()
                        .map(user ->
                                new Issuance(
                                        user.value().equals("kim") ? 1 : 2, user, longAgoMicros))
                        .toList();
        LedgerImport.Origin origin =
                new LedgerImport.Origin("a1".repeat(32), node.codeKey(), longAgoMicros);
        try (LedgerImport filling = LedgerImport.openShared(fixture.options(), origin)) {
            filling.beginDurably(campaign);
            assertNotAttempted(() -> node.deleteDurably(campaign.id(), OptionalLong.empty()));
            filling.addDurably(campaign, coupons.subList(0, 1));
            assertNotAttempted(() -> Drop.issue(node, campaign, "lee"));
            assertNotAttempted(() -> Drop.create(node, "other", 10));
            assertNotAttempted(() ->
                    node.changeDurably(
                            campaign.id(), OptionalLong.empty(), new CampaignChange.Pause()));
            assertNotAttempted(follower::look);
            assertThat(told.campaigns).isEmpty();
            filling.addDurably(campaign, coupons.subList(1, 2));
            filling.finishDurably();
        }
        follower.look();
        assertThat(told.campaigns).containsValue(campaign.withIssued(2));
        assertThat(Drop.issue(node, campaign, "lee"))
                .isEqualTo(new Verdict.Held(coupons.getLast()));
        assertThat(Drop.ordinal(Drop.issue(node, campaign, "new"))).isEqualTo(3);
        LedgerAudit.check(node);
    }

    @Test
    void thatAnImportIsMetIsToldOnceAndOnceThatItIsFinished() {
        SharedLedger node = node();
        Follower follower = node.follower(new Told());
        LedgerImport.Origin origin =
                new LedgerImport.Origin("a1".repeat(32), node.codeKey(), START);
        try (RecordedLog log = new RecordedLog(Follower.class)) {
            try (LedgerImport filling = LedgerImport.openShared(fixture.options(), origin)) {
                assertNotAttempted(follower::look);
                assertNotAttempted(follower::look);
                assertThat(log.messages())
                        .singleElement()
                        .asString()
                        .startsWith("ledger: an import into it is not finished");
                filling.finishDurably();
            }
            follower.look();
            follower.look();
            assertThat(log.messages())
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("ledger: the import into it is finished");
        }
    }

    private static void assertNotAttempted(ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        LedgerException.class,
                        failure -> assertThat(failure.isNotAttempted()).isTrue())
                .hasRootCauseMessage("an import into the ledger is not finished");
    }

    /// The second statement that an issuing act executes is the one that commits.
    @Test
    void aCommitOfWhichTheAnswerIsLostIsFoundOutBeforeAnybodyIsAnswered() {
        AtomicInteger calls = new AtomicInteger(-1);
        FaultPlan losing =
                call ->
                        call.equals("PreparedStatement.execute")
                                        && calls.get() >= 0
                                        && calls.incrementAndGet() == 2
                                ? Fault.AFTER
                                : Fault.NONE;
        SharedLedger ledger =
                fixture.openWrapped(clock, connection -> FaultyJdbc.wrap(connection, losing));
        nodes.add(ledger);
        Campaign campaign = Drop.create(ledger, "lost", 10);
        calls.set(0);
        List<Verdict> verdicts = Drop.issue(ledger, campaign, users("a", "b", "a"));
        assertThat(calls).hasValueGreaterThan(2);
        assertThat(verdicts).extracting(Drop::ordinal).containsExactly(1, 2, 1);
        assertThat(verdicts)
                .extracting(Verdict::getClass)
                .containsExactly(Verdict.Granted.class, Verdict.Granted.class, Verdict.Held.class);
        assertThat(ledger.issuances(campaign.number(), 0, 10)).hasSize(2);
    }

    /// Leaves the table of coupons as if it had just been made, without statistics.
    abstract void forgetCoupons();

    /// How many rows the database has read for connections that are closed.
    abstract long rowsRead() throws SQLException;

    /// A plan is made when the table is nearly empty, and kept; it must not be one that reads the
    /// whole campaign when that has grown. With 300 to 400 coupons of such users and without
    /// statistics, PostgreSQL may take the index of the ordinals for as good as that of the users.
    @ParameterizedTest
    @ValueSource(ints = {0, 200, 300, 350, 400, 1_000})
    void aBatchReadsFewRowsThoughTheCampaignHasGrown(int whenPlanned) throws SQLException {
        List<UserId> all = users("user-", 1, 20_000);
        long before = rowsRead();
        try (SharedLedger ledger = fixture.open(clock)) {
            forgetCoupons();
            Campaign campaign = Drop.create(ledger, "large", CampaignTerms.UNLIMITED);
            Drop.issue(ledger, campaign, all.subList(0, whenPlanned));
            for (int again = 0; again < 20; again++) {
                Drop.issue(ledger, campaign, all.subList(0, 1));
            }
            for (int i = whenPlanned; i < all.size(); i += 200) {
                Drop.issue(ledger, campaign, all.subList(i, Math.min(i + 200, all.size())));
                Drop.issue(ledger, campaign, all.subList(i / 2, i / 2 + 50));
            }
        }
        assertThat(rowsRead() - before).isLessThan(10L * all.size());
    }

    @Test
    void aCampaignThatIsGoneIsSaidToBe() {
        SharedLedger ledger = node();
        assertThat(ledger.issueDurably(List.of(new IssueBatch(77, users("a")))))
                .containsExactly(new BatchOutcome.CampaignGone());
    }

    @Test
    void afterItIsClosedNothingIsDone() {
        SharedLedger ledger = fixture.open(clock);
        ledger.close();
        assertThat(ledger.isHealthy()).isFalse();
        assertThatThrownBy(() -> ledger.campaigns(0, 1))
                .isInstanceOfSatisfying(
                        LedgerException.class,
                        failure -> assertThat(failure.isNotAttempted()).isTrue());
    }
}
