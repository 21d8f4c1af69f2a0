package io.firstcome.server.rest;

import com.google.protobuf.NullValue;
import com.google.protobuf.Value;

import io.firstcome.api.issue.v1.IssueCouponRequest;
import io.firstcome.api.issue.v1.IssueCouponResponse;
import io.firstcome.api.issue.v1.IssueEventCouponRequest;
import io.firstcome.api.issue.v1.IssueEventCouponResponse;
import io.firstcome.connect.Call;
import io.firstcome.connect.Reply;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.UnaryHandler;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.server.error.Arguments;
import io.firstcome.server.error.Errors;
import io.firstcome.server.error.Reason;
import io.firstcome.server.error.RpcException;

import java.util.EnumSet;
import java.util.Set;

/// Somebody asks for a coupon in the form with events: as any other request for one, and only said
/// otherwise.
public final class EventCoupons
        implements UnaryHandler<IssueEventCouponRequest, IssueEventCouponResponse> {
    private static final Value NULL = Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
    private static final IssueEventCouponResponse DUPLICATE =
            refusal("DUPLICATE", "이미 쿠폰을 발급받았습니다.");
    private static final Set<Reason> TRUTHS =
            EnumSet.of(
                    Reason.SOLD_OUT,
                    Reason.NOT_STARTED,
                    Reason.ENDED,
                    Reason.PAUSED,
                    Reason.NOT_FOUND);

    private final UnaryHandler<IssueCouponRequest, IssueCouponResponse> issueCoupon;

    public EventCoupons(UnaryHandler<IssueCouponRequest, IssueCouponResponse> issueCoupon) {
        this.issueCoupon = issueCoupon;
    }

    @Override
    public void handle(
            Call call, IssueEventCouponRequest request, Reply<IssueEventCouponResponse> reply) {
        try {
            CampaignId campaign = Arguments.campaignId("eventId", request.getEventId());
            IssueCouponRequest asked =
                    IssueCouponRequest.newBuilder()
                            .setCampaignId(campaign.value())
                            .setUserId(request.getUserId())
                            .build();
            issueCoupon.handle(call, asked, new EventReply(reply));
        } catch (RpcException e) {
            reply.error(e.error());
        }
    }

    private record EventReply(Reply<IssueEventCouponResponse> reply)
            implements Reply<IssueCouponResponse> {
        @Override
        public void ok(IssueCouponResponse response) {
            reply.ok(of(response));
        }

        @Override
        public void okEncodedHere(IssueCouponResponse response) {
            reply.okEncodedHere(of(response));
        }

        @Override
        public void error(RpcError error) {
            Reason reason = Errors.reasonOf(error);
            if (reason != null && TRUTHS.contains(reason)) {
                reply.ok(refusal(reason.name(), reason.korean()));
            } else {
                reply.error(error);
            }
        }
    }

    private static IssueEventCouponResponse of(IssueCouponResponse response) {
        return response.getAlreadyIssued()
                ? DUPLICATE
                : IssueEventCouponResponse.newBuilder()
                        .setSuccess(true)
                        .setReason(NULL)
                        .setCouponKey(text(response.getCoupon().getCode()))
                        .setMessage("쿠폰 발급에 성공하였습니다.")
                        .build();
    }

    private static IssueEventCouponResponse refusal(String reason, String message) {
        return IssueEventCouponResponse.newBuilder()
                .setSuccess(false)
                .setReason(text(reason))
                .setCouponKey(NULL)
                .setMessage(message)
                .build();
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }
}
