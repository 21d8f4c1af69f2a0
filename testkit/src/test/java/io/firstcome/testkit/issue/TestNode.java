package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.ChangeOutcome.Changed;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Board;
import io.firstcome.core.issue.Campaigns;
import io.firstcome.core.issue.Committer;
import io.firstcome.core.issue.IssueRequest;
import io.firstcome.core.issue.Issuer;
import io.firstcome.core.issue.Limits;
import io.firstcome.core.ledger.CreateOutcome;
import io.firstcome.core.ledger.CreateOutcome.Created;
import io.firstcome.testkit.LedgerAudit;
import io.firstcome.testkit.TestClock;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// What stands above a ledger, wired as in a node, at [#T0]. The committer runs on a thread of its
/// own after [#start], else on the test's thread, in [#drain] or [#run].
final class TestNode implements AutoCloseable {
    /// The name of the committer's thread.
    static final String COMMITTER = "committer";

    static final long SECOND = 1_000_000;

    /// 2026-08-01T00:00:00.000001Z
    static final long T0 = 1_785_542_400 * SECOND + 1;

    final WatchedLedger ledger;
    final TestClock clock;
    final AtomicLong nanos = new AtomicLong();
    volatile Runnable whenNanosAreRead = () -> {};
    final Recorder observer = new Recorder();
    final Board board;
    final Campaigns campaigns;
    private final Limits limits;
    private final Executor background;
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private Committer committer;
    private Issuer issuer;
    private boolean isDrained;
    private boolean isClosed;
    private @Nullable Thread thread;

    TestNode() {
        this(Limits.DEFAULT);
    }

    TestNode(Limits limits) {
        this(new WatchedLedger(new TestClock(T0)), limits, Runnable::run);
    }

    /// Puts what `ledger` holds on the board.
    TestNode(WatchedLedger ledger, Limits limits, Executor background) {
        this.ledger = ledger;
        this.clock = ledger.time;
        this.limits = limits;
        this.background = background;
        this.board = new Board(limits);
        this.campaigns = new Campaigns(ledger, board, 10_000);
        this.committer = new Committer(ledger, board, limits, this::nanos, observer);
        this.issuer = new Issuer(board, committer, ledger, limits, background);
        campaigns.load();
    }

    private long nanos() {
        whenNanosAreRead.run();
        return nanos.get();
    }

    /// Limits of what is decided together; nothing else is limited.
    static Limits rounds(int batchMax, int roundMax) {
        return new Limits(1_000_000, 1_000_000, batchMax, roundMax, 1_000_000);
    }

    Campaign create(String id, int quantity, Window window) {
        CampaignTerms terms = new CampaignTerms("name of " + id, quantity, window);
        CreateOutcome outcome = campaigns.create(new CampaignId(id), terms);
        assertThat(outcome).isInstanceOf(Created.class);
        return ((Created) outcome).campaign();
    }

    /// A campaign that is open now and has no end.
    Campaign open(String id, int quantity) {
        return create(id, quantity, Window.from(clock.nowMicros()));
    }

    /// The ledger's time.
    long now() {
        return ledger.clock().nowMicros();
    }

    /// Makes a change that must be allowed.
    Campaign change(Campaign campaign, CampaignChange change) {
        ChangeOutcome outcome = campaigns.change(campaign.id(), OptionalLong.empty(), change);
        assertThat(outcome).isInstanceOf(Changed.class);
        return ((Changed) outcome).campaign();
    }

    Campaign raise(Campaign campaign, int quantity) {
        return change(campaign, new CampaignChange.Amend(null, quantity, null, null));
    }

    ChangeOutcome delete(Campaign campaign) {
        return campaigns.delete(campaign.id(), OptionalLong.empty());
    }

    /// The campaign as the board shows it.
    Campaign shown(Campaign campaign) {
        return Objects.requireNonNull(board.campaign(campaign.id()));
    }

    /// Asks for `user`, without a deadline.
    Reply ask(Campaign campaign, String user) {
        return ask(campaign, user, Long.MAX_VALUE);
    }

    /// Asks for `user`, for no longer than to `deadlineNanos`.
    Reply ask(Campaign campaign, String user, long deadlineNanos) {
        return ask(new Reply(campaign.id(), new UserId(user)), deadlineNanos);
    }

    /// Asks for what `reply` is the answer to.
    Reply ask(Reply reply, long deadlineNanos) {
        replies.add(reply);
        IssueRequest request = new IssueRequest(reply.user, nanos.get(), deadlineNanos, reply);
        renewIfDrained();
        issuer.issue(reply.campaign, request);
        return reply;
    }

    /// Asks for each of `users`, in this order.
    List<Reply> askAll(Campaign campaign, String... users) {
        return Stream.of(users).map(user -> ask(campaign, user)).toList();
    }

    /// Has everything that waits decided now, on this thread. The next request finds a new
    /// committer.
    void drain() {
        committer.stop();
        run();
        isDrained = true;
    }

    private void renewIfDrained() {
        if (isDrained) {
            committer = new Committer(ledger, board, limits, this::nanos, observer);
            issuer = new Issuer(board, committer, ledger, limits, background);
            isDrained = false;
        }
    }

    /// Asks for `user` and has it decided now, on this thread.
    Reply askNow(Campaign campaign, String user) {
        Reply reply = ask(campaign, user);
        if (!reply.isThere()) {
            drain();
        }
        return reply;
    }

    /// Runs the committer on this thread until it is stopped and all is answered.
    void run() {
        committer.run();
        assertThat(committer.waiting()).isZero();
    }

    /// Runs the committer on a thread of its own.
    TestNode start() {
        thread = Thread.ofPlatform().daemon().name(COMMITTER).start(committer);
        return this;
    }

    /// Interrupts the committer's thread.
    void interrupt() {
        Objects.requireNonNull(thread).interrupt();
    }

    /// Lets the committer admit nothing more.
    void stop() {
        committer.stop();
    }

    boolean isHealthy() {
        return committer.isHealthy();
    }

    int waiting() {
        return committer.waiting();
    }

    /// Waits for the committer's thread to end.
    void join() {
        Thread committing = Objects.requireNonNull(thread);
        try {
            assertThat(committing.join(Duration.ofSeconds(30))).as("committer ended").isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /// Stops, and checks that every request was answered exactly once and that the ledger is sound.
    /// Does nothing the second time, when another node may be at work on the store.
    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            ledger.letBe();
            end();
            assertThat(committer.waiting()).as("waiting").isZero();
            assertThat(replies).allMatch(reply -> reply.answers() == 1, "answered exactly once");
            LedgerAudit.check(ledger);
        }
    }

    private void end() {
        committer.stop();
        if (thread == null) {
            start();
        }
        // It may be waiting for requests: that would take it a while to look up.
        interrupt();
        join();
    }
}
