package io.firstcome.client;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;

import io.firstcome.api.admin.v1.CreateCampaignRequest;
import io.firstcome.api.admin.v1.CreateCampaignResponse;
import io.firstcome.api.admin.v1.DeleteCampaignRequest;
import io.firstcome.api.admin.v1.DeleteCampaignResponse;
import io.firstcome.api.admin.v1.EndCampaignRequest;
import io.firstcome.api.admin.v1.EndCampaignResponse;
import io.firstcome.api.admin.v1.GetCampaignRequest;
import io.firstcome.api.admin.v1.GetCampaignResponse;
import io.firstcome.api.admin.v1.GetSimpleCampaignRequest;
import io.firstcome.api.admin.v1.GetSimpleCampaignResponse;
import io.firstcome.api.admin.v1.ListCampaignsRequest;
import io.firstcome.api.admin.v1.ListCampaignsResponse;
import io.firstcome.api.admin.v1.ListCouponsRequest;
import io.firstcome.api.admin.v1.ListCouponsResponse;
import io.firstcome.api.admin.v1.PauseCampaignRequest;
import io.firstcome.api.admin.v1.PauseCampaignResponse;
import io.firstcome.api.admin.v1.ResumeCampaignRequest;
import io.firstcome.api.admin.v1.ResumeCampaignResponse;
import io.firstcome.api.admin.v1.StreamCouponsRequest;
import io.firstcome.api.admin.v1.StreamCouponsResponse;
import io.firstcome.api.admin.v1.UpdateCampaignRequest;
import io.firstcome.api.admin.v1.UpdateCampaignResponse;
import io.firstcome.api.admin.v1.WatchCampaignRequest;
import io.firstcome.api.admin.v1.WatchCampaignResponse;
import io.firstcome.api.issue.v1.GetServerTimeRequest;
import io.firstcome.api.issue.v1.GetServerTimeResponse;
import io.firstcome.api.issue.v1.GetUserCouponsRequest;
import io.firstcome.api.issue.v1.GetUserCouponsResponse;
import io.firstcome.api.issue.v1.IssueCouponRequest;
import io.firstcome.api.issue.v1.IssueCouponResponse;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Publisher;
import java.util.function.Supplier;

/// A client of a Firstcome server whose calls do not block. For use by many threads.
///
/// A call that does not succeed completes with a [FirstcomeException]; cancelling its future gives
/// it up. What depends on a future may run on a thread of the HTTP client and had better not block.
public final class AsyncFirstcomeClient implements AutoCloseable {
    private static final Reading<IssueCouponResponse, IssueOutcome> OUTCOME =
            new Reading<>() {
                @Override
                public IssueOutcome success(IssueCouponResponse response) {
                    return IssueOutcome.of(response);
                }

                @Override
                public @Nullable IssueOutcome failure(Failure failure) {
                    return IssueOutcome.of(failure);
                }
            };

    private final Calls calls;
    private final @Nullable Endpoint admin;
    private final @Nullable Endpoint issue;
    private final Duration timeout;

    AsyncFirstcomeClient(
            Calls calls, @Nullable Endpoint admin, @Nullable Endpoint issue, Duration timeout) {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout: " + timeout + " (expected: above 0)");
        }
        this.calls = calls;
        this.admin = admin;
        this.issue = issue;
        this.timeout = timeout;
    }

    /// The same client, with another time for a call: for all its attempts together.
    public AsyncFirstcomeClient withTimeout(Duration timeout) {
        return new AsyncFirstcomeClient(calls, admin, issue, timeout);
    }

    /// Asks for a coupon. One that is given is durable. Repeated when its outcome is unknown.
    ///
    /// An answer that is no outcome, for example that an id is not valid, is a
    /// [FirstcomeException].
    public CompletableFuture<IssueOutcome> issueCoupon(String campaignId, String userId) {
        IssueCouponRequest request =
                IssueCouponRequest.newBuilder().setCampaignId(campaignId).setUserId(userId).build();
        return calls.call(issue(), Procedure.ISSUE_COUPON, request, OUTCOME, timeout);
    }

    /// A page of one person's coupons, newest campaign first.
    public CompletableFuture<GetUserCouponsResponse> getUserCoupons(GetUserCouponsRequest request) {
        return call(issue(), Procedure.GET_USER_COUPONS, request);
    }

    /// The clock that decides, as it was when the server answered.
    public CompletableFuture<Instant> getServerTime() {
        GetServerTimeRequest request = GetServerTimeRequest.getDefaultInstance();
        Reading<GetServerTimeResponse, Instant> instant = r -> instant(r.getServerTime());
        return calls.call(issue(), Procedure.GET_SERVER_TIME, request, instant, timeout);
    }

    private static Instant instant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }

    /// Creates a campaign. A call whose outcome is unknown is not repeated: with a `campaignId` of
    /// one's own, asking again tells by `ALREADY_EXISTS` that it was done.
    public CompletableFuture<CreateCampaignResponse> createCampaign(CreateCampaignRequest request) {
        return call(admin(), Procedure.CREATE_CAMPAIGN, request);
    }

    /// One campaign, with all codes issued in the full view.
    public CompletableFuture<GetCampaignResponse> getCampaign(GetCampaignRequest request) {
        return call(admin(), Procedure.GET_CAMPAIGN, request);
    }

    /// One campaign without its codes.
    public CompletableFuture<GetSimpleCampaignResponse> getSimpleCampaign(
            GetSimpleCampaignRequest request) {
        return call(admin(), Procedure.GET_SIMPLE_CAMPAIGN, request);
    }

    /// A page of all campaigns, in order of creation.
    public CompletableFuture<ListCampaignsResponse> listCampaigns(ListCampaignsRequest request) {
        return call(admin(), Procedure.LIST_CAMPAIGNS, request);
    }

    /// Changes a campaign's limit, start, end or name.
    public CompletableFuture<UpdateCampaignResponse> updateCampaign(UpdateCampaignRequest request) {
        return call(admin(), Procedure.UPDATE_CAMPAIGN, request);
    }

    /// Deletes a campaign of which nothing was issued.
    public CompletableFuture<DeleteCampaignResponse> deleteCampaign(DeleteCampaignRequest request) {
        return call(admin(), Procedure.DELETE_CAMPAIGN, request);
    }

    /// Stops issuing until the campaign is resumed.
    public CompletableFuture<PauseCampaignResponse> pauseCampaign(PauseCampaignRequest request) {
        return call(admin(), Procedure.PAUSE_CAMPAIGN, request);
    }

    /// Issues again after a pause.
    public CompletableFuture<ResumeCampaignResponse> resumeCampaign(ResumeCampaignRequest request) {
        return call(admin(), Procedure.RESUME_CAMPAIGN, request);
    }

    /// Ends a campaign for good.
    public CompletableFuture<EndCampaignResponse> endCampaign(EndCampaignRequest request) {
        return call(admin(), Procedure.END_CAMPAIGN, request);
    }

    /// A page of a campaign's coupons, by ordinal.
    public CompletableFuture<ListCouponsResponse> listCoupons(ListCouponsRequest request) {
        return call(admin(), Procedure.LIST_COUPONS, request);
    }

    private <Q extends Message, S extends Message> CompletableFuture<S> call(
            Endpoint endpoint, Procedure<Q, S> procedure, Q request) {
        return calls.call(endpoint, procedure, request, response -> response, timeout);
    }

    private Endpoint admin() {
        return required("admin", admin);
    }

    private Endpoint issue() {
        return required("issue", issue);
    }

    private static Endpoint required(String name, @Nullable Endpoint endpoint) {
        if (endpoint == null) {
            throw new IllegalStateException(
                    "%s: not set (expected: builder().%s(URI))".formatted(name, name));
        }
        return endpoint;
    }

    /// A campaign as it stands, then again whenever it has changed, at most ten times a second;
    /// what the subscriber is too slow for is left out. Completes when the campaign has ended.
    /// After a lost connection it goes on with the campaign as it stands then.
    ///
    /// Each subscriber has a call of its own and a virtual thread of its own, which it may block.
    /// Cancelling the subscription ends the call.
    public Publisher<WatchCampaignResponse> watchCampaign(WatchCampaignRequest request) {
        return publisher(() -> campaignWatch(request));
    }

    /// A campaign's coupons by ordinal, those that are issued and those that will be, as they are.
    /// Completes when the campaign has ended and all are told. After a lost connection it goes on
    /// with the next ordinal: no coupon comes twice, none is left out.
    ///
    /// Subscribers are served as those of [#watchCampaign].
    public Publisher<StreamCouponsResponse> streamCoupons(StreamCouponsRequest request) {
        return publisher(() -> couponStream(request));
    }

    StreamingCall<?, WatchCampaignResponse> campaignWatch(WatchCampaignRequest request) {
        return new StreamingCall<>(
                calls, admin(), Procedure.WATCH_CAMPAIGN, request, (same, _) -> same);
    }

    StreamingCall<?, StreamCouponsResponse> couponStream(StreamCouponsRequest request) {
        return new StreamingCall<>(
                calls,
                admin(),
                Procedure.STREAM_COUPONS,
                request,
                AsyncFirstcomeClient::afterTheLastOf);
    }

    static StreamCouponsRequest afterTheLastOf(
            StreamCouponsRequest request, StreamCouponsResponse told) {
        int count = told.getCouponsCount();
        return count == 0
                ? request
                : request.toBuilder()
                        .setAfterOrdinal(told.getCoupons(count - 1).getOrdinal())
                        .build();
    }

    private <S extends Message> Publisher<S> publisher(Supplier<StreamingCall<?, S>> calls) {
        Endpoint _ = admin();
        return subscriber -> StreamSubscription.start(calls.get(), subscriber);
    }

    /// Ends the streams and closes the connections, after the other calls under way. An HTTP client
    /// that was passed to the builder stays open.
    @Override
    public void close() {
        calls.close();
    }
}
