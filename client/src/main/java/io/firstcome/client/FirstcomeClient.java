package io.firstcome.client;

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
import io.firstcome.api.issue.v1.GetUserCouponsRequest;
import io.firstcome.api.issue.v1.GetUserCouponsResponse;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// A client of a Firstcome server whose calls block. For use by many threads, virtual ones too.
///
/// A call that does not succeed throws a [FirstcomeException]. What [AsyncFirstcomeClient] says of
/// each call is true here.
public final class FirstcomeClient implements AutoCloseable {
    private final AsyncFirstcomeClient async;

    private FirstcomeClient(AsyncFirstcomeClient async) {
        this.async = async;
    }

    public static Builder builder() {
        return new Builder();
    }

    /// The same client for calls that do not block.
    public AsyncFirstcomeClient async() {
        return async;
    }

    /// The same client, with another time for a call: for all its attempts together.
    public FirstcomeClient withTimeout(Duration timeout) {
        return new FirstcomeClient(async.withTimeout(timeout));
    }

    /// Asks for a coupon. One that is given is durable. Repeated when its outcome is unknown.
    ///
    /// @throws FirstcomeException when the answer is no outcome, for example that an id is not
    ///   valid
    public IssueOutcome issueCoupon(String campaignId, String userId) {
        return await(async.issueCoupon(campaignId, userId));
    }

    /// A page of one person's coupons, newest campaign first.
    public GetUserCouponsResponse getUserCoupons(GetUserCouponsRequest request) {
        return await(async.getUserCoupons(request));
    }

    /// The clock that decides, as it was when the server answered.
    public Instant getServerTime() {
        return await(async.getServerTime());
    }

    /// Creates a campaign. A call whose outcome is unknown is not repeated: with a `campaignId` of
    /// one's own, asking again tells by `ALREADY_EXISTS` that it was done.
    public CreateCampaignResponse createCampaign(CreateCampaignRequest request) {
        return await(async.createCampaign(request));
    }

    /// One campaign, with all codes issued in the full view.
    public GetCampaignResponse getCampaign(GetCampaignRequest request) {
        return await(async.getCampaign(request));
    }

    /// One campaign without its codes.
    public GetSimpleCampaignResponse getSimpleCampaign(GetSimpleCampaignRequest request) {
        return await(async.getSimpleCampaign(request));
    }

    /// A page of all campaigns, in order of creation.
    public ListCampaignsResponse listCampaigns(ListCampaignsRequest request) {
        return await(async.listCampaigns(request));
    }

    /// Changes a campaign's limit, start, end or name.
    public UpdateCampaignResponse updateCampaign(UpdateCampaignRequest request) {
        return await(async.updateCampaign(request));
    }

    /// Deletes a campaign of which nothing was issued.
    public DeleteCampaignResponse deleteCampaign(DeleteCampaignRequest request) {
        return await(async.deleteCampaign(request));
    }

    /// Stops issuing until the campaign is resumed.
    public PauseCampaignResponse pauseCampaign(PauseCampaignRequest request) {
        return await(async.pauseCampaign(request));
    }

    /// Issues again after a pause.
    public ResumeCampaignResponse resumeCampaign(ResumeCampaignRequest request) {
        return await(async.resumeCampaign(request));
    }

    /// Ends a campaign for good.
    public EndCampaignResponse endCampaign(EndCampaignRequest request) {
        return await(async.endCampaign(request));
    }

    /// A page of a campaign's coupons, by ordinal.
    public ListCouponsResponse listCoupons(ListCouponsRequest request) {
        return await(async.listCoupons(request));
    }

    /// A campaign as it stands, then again whenever it has changed, at most ten times a second;
    /// what the caller is too slow for is left out. Ends when the campaign has ended. After a lost
    /// connection it goes on with the campaign as it stands then.
    ///
    /// The call is made when the stream is first read, which waits for messages and throws
    /// [FirstcomeException]. Close the stream, from any thread, to end the call.
    public Stream<WatchCampaignResponse> watchCampaign(WatchCampaignRequest request) {
        return async.campaignWatch(request).stream();
    }

    /// A campaign's coupons by ordinal, those that are issued and those that will be, as they are.
    /// Ends when the campaign has ended and all are told. After a lost connection it goes on with
    /// the next ordinal: no coupon comes twice, none is left out.
    ///
    /// The stream is read and closed as that of [#watchCampaign].
    public Stream<StreamCouponsResponse> streamCoupons(StreamCouponsRequest request) {
        return async.couponStream(request).stream();
    }

    private static <T> T await(CompletableFuture<T> call) {
        try {
            return call.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FirstcomeException failed
                    ? failed.thrownHere()
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new FirstcomeException(NetworkFailure.interrupted(), e);
        }
    }

    /// Ends the streams and closes the connections, after the other calls under way. An HTTP client
    /// that was passed to the builder stays open.
    @Override
    public void close() {
        async.close();
    }

    /// What a client is made of.
    public static final class Builder {
        private static final Duration TIMEOUT = Duration.ofSeconds(10);

        private @Nullable URI admin;
        private @Nullable URI issue;
        private Duration timeout = TIMEOUT;
        private RetryPolicy retries = RetryPolicy.DEFAULT;
        private @Nullable HttpClient http;
        private @Nullable String key;

        private Builder() {}

        /// Where the admin API is; needed for its calls only.
        public Builder admin(URI uri) {
            this.admin = uri;
            return this;
        }

        /// Where the issue API is; needed for its calls only.
        public Builder issue(URI uri) {
            this.issue = uri;
            return this;
        }

        /// How long a call may take, all its attempts together; 10 s unless said. The server is
        /// told.
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /// When calls are attempted again; [RetryPolicy#DEFAULT] unless said.
        public Builder retries(RetryPolicy policy) {
            this.retries = policy;
            return this;
        }

        /// The HTTP client to call with, for example one that speaks HTTP/2 or trusts certain
        /// certificates; one of its own that speaks HTTP/1.1 unless said.
        public Builder http(HttpClient client) {
            this.http = client;
            return this;
        }

        /// The key to show with each call, for servers that demand one; none unless said.
        public Builder key(String secret) {
            this.key = secret;
            return this;
        }

        public FirstcomeClient build() {
            return new FirstcomeClient(buildAsync());
        }

        public AsyncFirstcomeClient buildAsync() {
            Endpoint adminEndpoint = admin == null ? null : Endpoint.of("admin", admin, retries);
            Endpoint issueEndpoint = issue == null ? null : Endpoint.of("issue", issue, retries);
            Transport transport =
                    http == null ? HttpTransport.own(key) : HttpTransport.over(http, key);
            Calls calls =
                    new Calls(
                            transport,
                            new SystemTimer(),
                            () -> ThreadLocalRandom.current().nextLong(),
                            retries);
            return new AsyncFirstcomeClient(calls, adminEndpoint, issueEndpoint, timeout);
        }
    }
}
