package io.firstcome.server.issue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat.TypeRegistry;

import io.firstcome.api.issue.v1.IssueCouponRequest;
import io.firstcome.api.issue.v1.IssueCouponResponse;
import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.Reply;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.json.MessageJson;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.server.Node;
import io.firstcome.server.config.ServerConfig.ServerLimits;
import io.firstcome.server.config.ServerConfig.Timeouts;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/// Runs the hot path on a ledger that is thrown away, from bytes to bytes but for the network, so
/// that its code is loaded and compiled before the first real drop opens: a campaign's first coupon
/// then takes milliseconds, not tens of them.
public final class WarmUp {
    private static final String CAMPAIGN = "warm-up";
    private static final int COUPONS = 20_000;
    private static final int USERS = 30_000;

    /// As many as a busy server has in flight.
    private static final int AT_ONCE = 64;

    private final MessageJson<IssueCouponRequest> requests =
            json(IssueCouponRequest.getDefaultInstance());
    private final MessageJson<IssueCouponResponse> responses =
            json(IssueCouponResponse.getDefaultInstance());
    private final CountDownLatch answered = new CountDownLatch(USERS);
    private final Semaphore inFlight = new Semaphore(AT_ONCE);

    private WarmUp() {}

    private static <M extends Message> MessageJson<M> json(M message) {
        return MessageJson.of(message, false, TypeRegistry.getEmptyTypeRegistry());
    }

    /// Runs it once, and closes `scratch`, which has to be new. Takes about two seconds of a
    /// processor.
    public static void run(Ledger scratch) throws InterruptedException {
        try (Node node = new Node(scratch, ServerLimits.DEFAULT.issuing(), 1)) {
            new WarmUp().drop(node);
        }
    }

    private void drop(Node node) throws InterruptedException {
        CampaignTerms terms = new CampaignTerms(CAMPAIGN, COUPONS, Window.from(0));
        node.campaigns().create(new CampaignId(CAMPAIGN), terms);
        IssueCoupon handler =
                new IssueCoupon(
                        node.issuer(), node.clock(), Timeouts.DEFAULT.request(), node.metrics());
        for (int user = 0; user < USERS; user++) {
            inFlight.acquire();
            ask(node, handler, "{\"campaignId\":\"warm-up\",\"userId\":\"user-" + user + "\"}");
        }
        answered.await();
    }

    private void ask(Node node, IssueCoupon handler, String request) {
        try {
            long now = node.clock().nanos();
            long deadline = now + Timeouts.DEFAULT.request().toNanos();
            handler.issue(requests.parse(request.getBytes(UTF_8)), now, deadline, new Answer());
        } catch (InvalidRequestException e) {
            throw new IllegalStateException(request, e);
        }
    }

    private final class Answer implements Reply<IssueCouponResponse> {
        @Override
        public void ok(IssueCouponResponse response) {
            responses.print(response);
            done();
        }

        @Override
        public void okEncodedHere(IssueCouponResponse response) {
            ok(response);
        }

        @Override
        public void error(RpcError error) {
            done();
        }

        private void done() {
            inFlight.release();
            answered.countDown();
        }
    }
}
