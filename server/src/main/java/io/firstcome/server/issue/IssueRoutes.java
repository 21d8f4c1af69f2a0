package io.firstcome.server.issue;

import com.google.protobuf.Descriptors.ServiceDescriptor;

import io.firstcome.api.issue.v1.EventCouponServiceProto;
import io.firstcome.api.issue.v1.GetServerTimeRequest;
import io.firstcome.api.issue.v1.GetUserCouponsRequest;
import io.firstcome.api.issue.v1.IssueCouponRequest;
import io.firstcome.api.issue.v1.IssueEventCouponRequest;
import io.firstcome.api.issue.v1.IssueServiceProto;
import io.firstcome.connect.Router;
import io.firstcome.server.Node;
import io.firstcome.server.rest.EventCoupons;

import java.time.Duration;

/// `issue.v1.IssueService` and `issue.v1.EventCouponService`: which handler serves which method.
public final class IssueRoutes {
    private IssueRoutes() {}

    public static Router.Builder router(Node node, Duration requestTimeout) {
        ServiceDescriptor service =
                IssueServiceProto.getDescriptor().findServiceByName("IssueService");
        IssueReads reads = new IssueReads(node.board(), node.ledger());
        IssueCoupon issueCoupon =
                new IssueCoupon(node.issuer(), node.clock(), requestTimeout, node.metrics());
        return Router.builder()
                .unary(
                        service.findMethodByName("IssueCoupon"),
                        IssueCouponRequest.getDefaultInstance(),
                        issueCoupon)
                .unary(
                        EventCouponServiceProto.getDescriptor()
                                .findServiceByName("EventCouponService")
                                .findMethodByName("IssueEventCoupon"),
                        IssueEventCouponRequest.getDefaultInstance(),
                        new EventCoupons(issueCoupon))
                .unary(
                        service.findMethodByName("GetUserCoupons"),
                        GetUserCouponsRequest.getDefaultInstance(),
                        node.blockingCalls().of(reads::userCoupons))
                .unary(
                        service.findMethodByName("GetServerTime"),
                        GetServerTimeRequest.getDefaultInstance(),
                        (call, request, reply) -> reply.ok(reads.serverTime(request)));
    }
}
