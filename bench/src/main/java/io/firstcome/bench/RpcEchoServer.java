package io.firstcome.bench;

import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.Timestamp;

import io.firstcome.api.coupon.v1.Coupon;
import io.firstcome.api.issue.v1.IssueCouponRequest;
import io.firstcome.api.issue.v1.IssueCouponResponse;
import io.firstcome.api.issue.v1.IssueServiceProto;
import io.firstcome.connect.Call;
import io.firstcome.connect.Reply;
import io.firstcome.connect.Router;
import io.firstcome.connect.vertx.ConnectServer;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/// The RPC server with a handler that decides nothing: what an RPC costs by itself.
///
/// It runs in a process of its own: `RpcEchoServer PORT`, on loopback, until it is ended.
public final class RpcEchoServer {
    private static final Timestamp ISSUED_AT =
            Timestamp.newBuilder().setSeconds(1_782_216_000).setNanos(137_000).build();

    private RpcEchoServer() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (ConnectServer _ =
                ConnectServer.builder(router())
                        .listen("127.0.0.1", Integer.parseInt(arguments[0]))) {
            new CountDownLatch(1).await();
        }
    }

    private static Router router() {
        ServiceDescriptor service =
                IssueServiceProto.getDescriptor().findServiceByName("IssueService");
        return Router.builder()
                .unary(
                        service.findMethodByName("IssueCoupon"),
                        IssueCouponRequest.getDefaultInstance(),
                        RpcEchoServer::answer)
                .build();
    }

    private static void answer(
            Call call, IssueCouponRequest request, Reply<IssueCouponResponse> reply) {
        reply.ok(response(request));
    }

    /// What every request is answered with, but for its own words.
    public static IssueCouponResponse response(IssueCouponRequest request) {
        return IssueCouponResponse.newBuilder()
                .setCoupon(
                        Coupon.newBuilder()
                                .setCampaignId(request.getCampaignId())
                                .setUserId(request.getUserId())
                                .setOrdinal(137)
                                .setCode("가나다라마012345")
                                .setIssuedAt(ISSUED_AT))
                .build();
    }
}
