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
import io.firstcome.server.error.Errors;
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
        issue(request, arrivedNanos, deadlineNanos, reply);
    }

    /// As [#handle], of a request that arrived and is given up at certain times of the clock.
    void issue(
            IssueCouponRequest request,
            long arrivedNanos,
            long deadlineNanos,
            Reply<IssueCouponResponse> reply) {
        if (!CampaignId.isValid(request.getCampaignId())) {
            reply.error(Errors.invalid("campaignId", "expected: " + CampaignId.expectation()));
            return;
        }
        if (!UserId.isValid(request.getUserId())) {
            reply.error(Errors.invalid("userId", "expected: " + UserId.expectation()));
            return;
        }
        IssueRequest asked =
                new IssueRequest(
                        new UserId(request.getUserId()),
                        arrivedNanos,
                        deadlineNanos,
                        outcome -> answer(outcome, arrivedNanos, reply));
        issuer.issue(new CampaignId(request.getCampaignId()), asked);
    }

    private void answer(IssueOutcome outcome, long arrivedNanos, Reply<IssueCouponResponse> reply) {
        metrics.answered(outcome, clock.nanos() - arrivedNanos);
        switch (outcome) {
            case Issued(Coupon coupon) -> reply.ok(message(coupon, false));
            case AlreadyIssued(Coupon coupon) -> reply.ok(message(coupon, true));
            case Refused refused -> reply.error(errors.of(refused));
            case NotAttempted notAttempted -> reply.error(errors.of(notAttempted));
            case Unknown() -> reply.error(IssueErrors.UNKNOWN);
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
