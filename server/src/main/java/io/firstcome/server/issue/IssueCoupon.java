package io.firstcome.server.issue;

import io.firstcome.api.issue.v1.IssueCouponRequest;
import io.firstcome.api.issue.v1.IssueCouponResponse;
import io.firstcome.connect.Call;
import io.firstcome.connect.Reply;
import io.firstcome.connect.UnaryHandler;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Coupon;
import io.firstcome.core.issue.IssueOutcome;
import io.firstcome.core.issue.IssueOutcome.AlreadyIssued;
import io.firstcome.core.issue.IssueOutcome.Issued;
import io.firstcome.core.issue.IssueOutcome.NotAttempted;
import io.firstcome.core.issue.IssueOutcome.Refused;
import io.firstcome.core.issue.IssueOutcome.Unknown;
import io.firstcome.core.issue.IssueRequest;
import io.firstcome.core.issue.Issuer;
import io.firstcome.core.time.NanoClock;
import io.firstcome.server.error.Arguments;
import io.firstcome.server.error.Errors;
import io.firstcome.server.error.Reason;
import io.firstcome.server.error.RpcException;
import io.firstcome.server.ops.Metrics;

import java.time.Duration;

/// Somebody asks for a coupon: the hot path's first and last step.
final class IssueCoupon implements UnaryHandler<IssueCouponRequest, IssueCouponResponse> {
    private final Issuer issuer;
    private final NanoClock clock;
    private final long timeoutNanos;
    private final Metrics metrics;
    private final IssueErrors errors = new IssueErrors();

    /// @param timeout how long a request may wait that came without a deadline of its own
    IssueCoupon(Issuer issuer, NanoClock clock, Duration timeout, Metrics metrics) {
        this.issuer = issuer;
        this.clock = clock;
        this.timeoutNanos = timeout.toNanos();
        this.metrics = metrics;
    }

    @Override
    public void handle(Call call, IssueCouponRequest request, Reply<IssueCouponResponse> reply) {
        long arrivedNanos = clock.nanos();
        long deadlineNanos =
                call.hasDeadline() ? call.deadlineNanos() : arrivedNanos + timeoutNanos;
        try {
            CampaignId campaign = Arguments.campaignId(request.getCampaignId());
            UserId user = Arguments.userId(request.getUserId());
            issuer.issue(
                    campaign,
                    new IssueRequest(
                            user,
                            arrivedNanos,
                            deadlineNanos,
                            // Others wait for the thread that decides.
                            outcome -> call.execute(() -> answer(outcome, arrivedNanos, reply))));
        } catch (RpcException e) {
            reply.error(e.error());
        }
    }

    private void answer(IssueOutcome outcome, long arrivedNanos, Reply<IssueCouponResponse> reply) {
        metrics.answered(outcome, clock.nanos() - arrivedNanos);
        switch (outcome) {
            case Issued(Coupon coupon) -> reply.ok(message(coupon, false));
            case AlreadyIssued(Coupon coupon) -> reply.ok(message(coupon, true));
            case Refused refused -> reply.error(errors.of(refused));
            case NotAttempted notAttempted -> reply.error(errors.of(notAttempted));
            case Unknown() -> reply.error(Errors.of(Reason.OUTCOME_UNKNOWN));
        }
    }

    private static IssueCouponResponse message(Coupon coupon, boolean isAlreadyIssued) {
        return IssueCouponResponse.newBuilder()
                .setCoupon(
                        CouponMessages.message(coupon.campaign(), coupon.issuance(), coupon.code()))
                .setAlreadyIssued(isAlreadyIssued)
                .build();
    }
}
