package io.firstcome.cli;

import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.Timestamp;

import io.firstcome.api.coupon.v1.Coupon;
import io.firstcome.api.issue.v1.GetServerTimeRequest;
import io.firstcome.api.issue.v1.GetServerTimeResponse;
import io.firstcome.api.issue.v1.IssueCouponRequest;
import io.firstcome.api.issue.v1.IssueCouponResponse;
import io.firstcome.api.issue.v1.IssueServiceProto;
import io.firstcome.client.AsyncFirstcomeClient;
import io.firstcome.client.FirstcomeClient;
import io.firstcome.client.IssueOutcome;
import io.firstcome.client.IssueOutcome.AlreadyIssued;
import io.firstcome.client.IssueOutcome.Issued;
import io.firstcome.client.IssueOutcome.NotStarted;
import io.firstcome.client.IssueOutcome.SoldOut;
import io.firstcome.client.RetryPolicy;
import io.firstcome.connect.Call;
import io.firstcome.connect.Reply;
import io.firstcome.connect.Router;
import io.firstcome.connect.vertx.ConnectServer;
import io.firstcome.server.error.Errors;
import io.firstcome.server.error.Reason;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/// A front of a server's issue API, in all protocols, with one fault: whoever asks again gets a
/// code that is not theirs.
final class ForgetfulFront implements AutoCloseable {
    private static final ServiceDescriptor ISSUE =
            IssueServiceProto.getDescriptor().findServiceByName("IssueService");

    private final AsyncFirstcomeClient behind;
    private final ConnectServer server;

    /// @param issuePort where the server behind is asked, on loopback
    ForgetfulFront(int issuePort) throws IOException {
        URI issue = URI.create("http://127.0.0.1:" + issuePort);
        behind = FirstcomeClient.builder().issue(issue).retries(RetryPolicy.NONE).buildAsync();
        Router router =
                Router.builder()
                        .unary(
                                ISSUE.findMethodByName("IssueCoupon"),
                                IssueCouponRequest.getDefaultInstance(),
                                this::issue)
                        .unary(
                                ISSUE.findMethodByName("GetServerTime"),
                                GetServerTimeRequest.getDefaultInstance(),
                                ForgetfulFront::time)
                        .build();
        server = ConnectServer.builder(router).listen("127.0.0.1", 0);
    }

    int port() {
        return server.port();
    }

    private static void time(
            Call call, GetServerTimeRequest request, Reply<GetServerTimeResponse> reply) {
        Instant now = Instant.now();
        Timestamp time =
                Timestamp.newBuilder()
                        .setSeconds(now.getEpochSecond())
                        .setNanos(now.getNano())
                        .build();
        reply.ok(GetServerTimeResponse.newBuilder().setServerTime(time).build());
    }

    private void issue(Call call, IssueCouponRequest request, Reply<IssueCouponResponse> reply) {
        CompletableFuture<Void> _ =
                behind.issueCoupon(request.getCampaignId(), request.getUserId())
                        .thenAccept(outcome -> answer(outcome, reply));
    }

    private static void answer(IssueOutcome outcome, Reply<IssueCouponResponse> reply) {
        switch (outcome) {
            case Issued(Coupon coupon) -> reply.ok(response(coupon, false));
            case AlreadyIssued(Coupon coupon) -> reply.ok(response(another(coupon), true));
            case SoldOut _ -> reply.error(Errors.of(Reason.SOLD_OUT));
            case NotStarted _ -> reply.error(Errors.of(Reason.NOT_STARTED));
            case IssueOutcome.Ended _,
                    IssueOutcome.Paused _,
                    IssueOutcome.NotFound _,
                    IssueOutcome.NotAttempted _,
                    IssueOutcome.Unknown _ ->
                    reply.error(Errors.of(Reason.OUTCOME_UNKNOWN));
        }
    }

    private static Coupon another(Coupon coupon) {
        String backwards = new StringBuilder(coupon.getCode()).reverse().toString();
        return coupon.toBuilder().setCode(backwards).build();
    }

    private static IssueCouponResponse response(Coupon coupon, boolean again) {
        return IssueCouponResponse.newBuilder().setCoupon(coupon).setAlreadyIssued(again).build();
    }

    @Override
    public void close() {
        server.close();
        behind.close();
    }
}
