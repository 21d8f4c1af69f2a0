package io.firstcome.server.admin;

import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.Message;

import io.firstcome.api.admin.v1.CampaignServiceProto;
import io.firstcome.api.admin.v1.CreateCampaignRequest;
import io.firstcome.api.admin.v1.CreateCampaignResponse;
import io.firstcome.api.admin.v1.DeleteCampaignRequest;
import io.firstcome.api.admin.v1.EndCampaignRequest;
import io.firstcome.api.admin.v1.GetCampaignRequest;
import io.firstcome.api.admin.v1.GetSimpleCampaignRequest;
import io.firstcome.api.admin.v1.ListCampaignsRequest;
import io.firstcome.api.admin.v1.ListCouponsRequest;
import io.firstcome.api.admin.v1.PauseCampaignRequest;
import io.firstcome.api.admin.v1.ResumeCampaignRequest;
import io.firstcome.api.admin.v1.StreamCouponsRequest;
import io.firstcome.api.admin.v1.UpdateCampaignRequest;
import io.firstcome.api.admin.v1.WatchCampaignRequest;
import io.firstcome.connect.Call;
import io.firstcome.connect.Reply;
import io.firstcome.connect.Router;
import io.firstcome.server.BlockingCalls;
import io.firstcome.server.Node;
import io.firstcome.server.watch.Streams;

import java.util.random.RandomGenerator;

/// `admin.v1.CampaignService`: which handler serves which method. A field it does not know is
/// refused.
public final class AdminRoutes {
    private final Router.Builder router = Router.builder().refusingUnknownFields();
    private final ServiceDescriptor service =
            CampaignServiceProto.getDescriptor().findServiceByName("CampaignService");
    private final BlockingCalls blockingCalls;

    private AdminRoutes(BlockingCalls blockingCalls) {
        this.blockingCalls = blockingCalls;
    }

    public static Router.Builder router(Node node, Streams streams, RandomGenerator random) {
        CampaignCalls calls =
                new CampaignCalls(
                        node.campaigns(),
                        new CampaignMessages(node.ledger()),
                        new CampaignIds(random),
                        new KeyedCreation(node.campaigns(), node.board(), node.ledger()));
        CampaignReads reads = new CampaignReads(node.board(), node.ledger());
        AdminRoutes routes = new AdminRoutes(node.blockingCalls());
        routes.router.unary(
                routes.service.findMethodByName("CreateCampaign"),
                CreateCampaignRequest.getDefaultInstance(),
                (Call call, CreateCampaignRequest request, Reply<CreateCampaignResponse> reply) -> {
                    String key = call.header("idempotency-key");
                    routes.blockingCalls
                            .of((CreateCampaignRequest r) -> calls.create(r, key))
                            .handle(call, request, reply);
                });
        routes.add("GetCampaign", GetCampaignRequest.getDefaultInstance(), reads::get);
        routes.add(
                "GetSimpleCampaign",
                GetSimpleCampaignRequest.getDefaultInstance(),
                reads::getSimple);
        routes.add("ListCampaigns", ListCampaignsRequest.getDefaultInstance(), reads::list);
        routes.add("UpdateCampaign", UpdateCampaignRequest.getDefaultInstance(), calls::update);
        routes.add("DeleteCampaign", DeleteCampaignRequest.getDefaultInstance(), calls::delete);
        routes.add("PauseCampaign", PauseCampaignRequest.getDefaultInstance(), calls::pause);
        routes.add("ResumeCampaign", ResumeCampaignRequest.getDefaultInstance(), calls::resume);
        routes.add("EndCampaign", EndCampaignRequest.getDefaultInstance(), calls::end);
        routes.add("ListCoupons", ListCouponsRequest.getDefaultInstance(), reads::listCoupons);
        routes.router.serverStream(
                routes.service.findMethodByName("WatchCampaign"),
                WatchCampaignRequest.getDefaultInstance(),
                streams::watch);
        routes.router.serverStream(
                routes.service.findMethodByName("StreamCoupons"),
                StreamCouponsRequest.getDefaultInstance(),
                streams::coupons);
        return routes.router;
    }

    private <Q extends Message, S extends Message> void add(
            String method, Q request, BlockingCalls.Handler<Q, S> handler) {
        router.unary(service.findMethodByName(method), request, blockingCalls.of(handler));
    }
}
