package io.firstcome.server.watch;

import io.firstcome.api.admin.v1.StreamCouponsRequest;
import io.firstcome.api.admin.v1.StreamCouponsResponse;
import io.firstcome.api.admin.v1.WatchCampaignRequest;
import io.firstcome.api.admin.v1.WatchCampaignResponse;
import io.firstcome.connect.Call;
import io.firstcome.connect.Responses;
import io.firstcome.connect.service.Health;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.server.Node;
import io.firstcome.server.error.Arguments;
import io.firstcome.server.error.Reason;
import io.firstcome.server.error.RpcException;

import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/// The calls by which somebody looks on, until the campaign or the server ends, or they go.
public final class Streams implements AutoCloseable {
    private static final int ONLOOKERS_MAX = 10_000;
    private static final int READING_THREADS = 2;

    private final Node node;
    private final Function<Call, BooleanSupplier> admission;
    private final Ticker ticker = new Ticker(ONLOOKERS_MAX);

    /// Reads for feeds, each of which waits here once at the most.
    private final ThreadPoolExecutor pool = Node.pool("feeds-", READING_THREADS, ONLOOKERS_MAX);

    /// @param admission of a call that looks on: whether it still may
    public Streams(Node node, Function<Call, BooleanSupplier> admission) {
        this.node = node;
        this.admission = admission;
    }

    /// Tells `health` whether services are served, from now until the end.
    ///
    /// @param services their full names, and the empty name for the whole server
    public void tellReadiness(Health health, List<String> services, BooleanSupplier isReady) {
        ticker.add(new Readiness(health, services, isReady));
    }

    /// `WatchCampaign`.
    public void watch(
            Call call, WatchCampaignRequest request, Responses<WatchCampaignResponse> responses) {
        lookOn(
                call,
                responses,
                () -> new CampaignWatch(node, campaign(request.getCampaignId()), responses));
    }

    /// `StreamCoupons`.
    public void coupons(
            Call call, StreamCouponsRequest request, Responses<StreamCouponsResponse> responses) {
        lookOn(
                call,
                responses,
                () -> {
                    if (request.getAfterOrdinal() < 0) {
                        throw Arguments.invalid(
                                "afterOrdinal", request.getAfterOrdinal() + " (expected: >= 0)");
                    }
                    return new CouponFeed(
                            node,
                            pool,
                            campaign(request.getCampaignId()),
                            request.getAfterOrdinal(),
                            responses);
                });
    }

    private void lookOn(Call call, Responses<?> responses, Supplier<Ticker.Onlooker> maker) {
        try {
            Ticker.Onlooker onlooker = new AdmittedOnlooker(maker.get(), admission.apply(call));
            ticker.add(onlooker);
            call.onCancel(() -> ticker.remove(onlooker));
            // Nothing may be to tell for long, and the caller wants to know that it is heard.
            responses.sendHeaders();
        } catch (RpcException e) {
            responses.error(e.error());
        }
    }

    private Campaign campaign(String id) {
        Campaign campaign = node.board().campaign(Arguments.campaignId(id));
        if (campaign == null) {
            throw new RpcException(Reason.NOT_FOUND);
        }
        return campaign;
    }

    /// Ends all streams, and lets none begin. Callers are told to come again.
    @Override
    public void close() {
        ticker.close();
        pool.shutdown();
    }
}
