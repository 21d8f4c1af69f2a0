package io.firstcome.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.api.admin.v1.StreamCouponsResponse;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.IssueRequest;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.server.Node;
import io.firstcome.server.error.Errors;
import io.firstcome.server.error.Reason;
import io.firstcome.testkit.InMemoryLedger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

class CouponFeedTest {
    private final Ledger ledger = new Ledger();
    private final Node node = LookingOn.node(ledger);
    private final RecordedResponses<StreamCouponsResponse> told = new RecordedResponses<>();
    private final Queue<Runnable> pool = new ArrayDeque<>();
    private CouponFeed feed;

    /// A ledger whose coupons can not be read if so planned.
    private static final class Ledger extends InMemoryLedger {
        private volatile @Nullable RuntimeException failure;

        Ledger() {
            super(LookingOn.clock());
        }

        @Override
        public synchronized List<Issuance> issuances(
                long campaignNumber, int afterOrdinal, int limit) {
            if (failure != null) {
                throw failure;
            }
            return super.issuances(campaignNumber, afterOrdinal, limit);
        }
    }

    @BeforeEach
    void issueOne() throws InterruptedException {
        Campaign followed = LookingOn.campaign(node, "drop", 1_000_000);
        CountDownLatch answered = new CountDownLatch(1);
        long now = System.nanoTime();
        node.issuer()
                .issue(
                        followed.id(),
                        new IssueRequest(
                                new UserId("ann"),
                                now,
                                now + 60_000_000_000L,
                                _ -> answered.countDown()));
        answered.await();
        feed = new CouponFeed(node, pool::add, followed, 0, told);
    }

    @AfterEach
    void close() {
        node.close();
    }

    static Stream<RuntimeException> failures() {
        return Stream.of(
                LedgerException.notAttempted("on purpose", new IOException()),
                new IllegalStateException("on purpose"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFeedWhoseLedgerFailsEndsAndReadsNoMore(RuntimeException failure) {
        ledger.failure = failure;
        assertThat(feed.look()).isTrue();
        pool.remove().run();
        assertThat(told.errors)
                .containsExactly(
                        failure instanceof LedgerException ? Reason.UNAVAILABLE : Reason.INTERNAL);
        assertThat(feed.look()).isFalse();
        assertThat(pool).isEmpty();
    }

    @Test
    void nothingIsReadForACallerWhoDoesNotTakeIt() {
        told.isReady = false;
        assertThat(feed.look()).isTrue();
        assertThat(pool).isEmpty();
        told.isReady = true;
        assertThat(feed.look()).isTrue();
        assertThat(feed.look()).isTrue();
        assertThat(pool).hasSize(1);
        pool.remove().run();
        assertThat(told.sent).hasSize(1);
    }

    @Test
    void aFeedThatIsStoppedWhileItReadsTellsNothingAfterItsEnd() {
        assertThat(feed.look()).isTrue();
        feed.stop(Errors.unavailable());
        pool.remove().run();
        assertThat(told.sent).isEmpty();
        assertThat(told.errors).containsExactly(Reason.UNAVAILABLE);
        assertThat(feed.look()).isFalse();
    }
}
