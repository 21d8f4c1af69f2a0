package io.firstcome.server.watch;

import io.firstcome.api.admin.v1.StreamCouponsResponse;
import io.firstcome.connect.Responses;
import io.firstcome.connect.RpcError;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.server.Node;
import io.firstcome.server.admin.CouponPage;
import io.firstcome.server.error.Errors;
import io.firstcome.server.error.Reason;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/// Tells somebody a campaign's coupons, page by page, as fast as they are taken: pages are read by
/// a pool, one at a time, and only while the caller takes them.
final class CouponFeed implements Ticker.Onlooker {
    private static final Logger LOG = System.getLogger(CouponFeed.class.getName());

    private static final int PAGE = 200;

    /// After this many pages others get a turn.
    private static final int PAGES_AT_ONCE = 64;

    private final Node node;
    private final Executor pool;
    private final Campaign followed;
    private final Responses<StreamCouponsResponse> responses;
    private volatile int told;
    private volatile boolean isReading;
    private volatile boolean isOver;

    CouponFeed(
            Node node,
            Executor pool,
            Campaign followed,
            int afterOrdinal,
            Responses<StreamCouponsResponse> responses) {
        this.node = node;
        this.pool = pool;
        this.followed = followed;
        this.told = afterOrdinal;
        this.responses = responses;
    }

    @Override
    public boolean look() {
        if (isReading) {
            return true;
        }
        if (isOver) {
            return false;
        }
        long nowMicros = node.ledger().clock().nowMicros();
        Campaign campaign = node.board().campaign(followed.id());
        if (campaign == null || campaign.number() != followed.number()) {
            stop(Errors.of(Reason.NOT_FOUND));
            return false;
        }
        if (told < campaign.issued()) {
            if (responses.isReady()) {
                read();
            }
        } else if (campaign.stateAt(nowMicros) == CampaignState.ENDED) {
            return !isComplete(campaign);
        }
        return true;
    }

    /// Ends the stream if nothing can follow.
    private boolean isComplete(Campaign campaign) {
        // The board may lag behind what was decided just before the end, the ledger does not.
        node.ledger().passDurably(campaign.terms().window().endMicros());
        boolean isComplete = node.ledger().issuances(followed.number(), told, 1).isEmpty();
        if (isComplete) {
            responses.end();
        }
        return isComplete;
    }

    private void read() {
        isReading = true;
        try {
            pool.execute(this::readPages);
        } catch (RejectedExecutionException e) {
            isReading = false;
        }
    }

    private void readPages() {
        try {
            boolean isMoreThere = true;
            for (int i = 0; i < PAGES_AT_ONCE && isMoreThere && responses.isReady(); i++) {
                isMoreThere = readPage();
            }
        } catch (LedgerException e) {
            stop(Errors.unavailable());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a stream failed", e);
            stop(Errors.of(Reason.INTERNAL));
        } finally {
            isReading = false;
        }
    }

    /// @return whether it was a full one, and more is wanted
    private synchronized boolean readPage() {
        if (isOver) {
            return false;
        }
        List<Issuance> page = node.ledger().issuances(followed.number(), told, PAGE);
        if (!page.isEmpty()) {
            responses.send(
                    StreamCouponsResponse.newBuilder()
                            .addAllCoupons(CouponPage.coupons(node.ledger(), followed, page))
                            .build());
            told = page.getLast().ordinal();
        }
        return page.size() == PAGE;
    }

    /// Not while a page is told, which another thread does.
    @Override
    public synchronized void stop(RpcError why) {
        if (!isOver) {
            isOver = true;
            responses.error(why);
        }
    }
}
