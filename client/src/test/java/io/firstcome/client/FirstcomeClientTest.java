package io.firstcome.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.Code;

import io.firstcome.api.admin.v1.Campaign;
import io.firstcome.api.admin.v1.CampaignView;
import io.firstcome.api.admin.v1.DeleteCampaignRequest;
import io.firstcome.api.admin.v1.EndCampaignRequest;
import io.firstcome.api.admin.v1.GetCampaignRequest;
import io.firstcome.api.admin.v1.GetSimpleCampaignRequest;
import io.firstcome.api.admin.v1.ListCampaignsRequest;
import io.firstcome.api.admin.v1.ListCouponsRequest;
import io.firstcome.api.admin.v1.PauseCampaignRequest;
import io.firstcome.api.admin.v1.ResumeCampaignRequest;
import io.firstcome.api.admin.v1.UpdateCampaignRequest;
import io.firstcome.api.coupon.v1.Coupon;
import io.firstcome.api.issue.v1.GetUserCouponsRequest;
import io.firstcome.client.IssueOutcome.AlreadyIssued;
import io.firstcome.client.IssueOutcome.Ended;
import io.firstcome.client.IssueOutcome.Issued;
import io.firstcome.client.IssueOutcome.NotFound;
import io.firstcome.client.IssueOutcome.NotStarted;
import io.firstcome.client.IssueOutcome.Paused;
import io.firstcome.client.IssueOutcome.SoldOut;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

class FirstcomeClientTest {
    private LocalServer server;
    private FirstcomeClient client;

    @BeforeEach
    void start(@TempDir Path dataDirectory) {
        server = new LocalServer(dataDirectory);
        client = server.client();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aCouponIsIssuedOnceAndGivenAgain() {
        create("spring", 10);

        Issued issued = (Issued) client.issueCoupon("spring", "ada");
        AlreadyIssued again = (AlreadyIssued) client.issueCoupon("spring", "ada");

        assertThat(issued.coupon().getOrdinal()).isEqualTo(1);
        assertThat(issued.coupon().getCode()).hasSize(10);
        assertThat(again.coupon()).isEqualTo(issued.coupon());
    }

    @Test
    void eachRefusalIsAnOutcomeOfItsOwn() {
        create("sold-out", 1);
        client.issueCoupon("sold-out", "ada");
        create("paused", 1);
        client.pauseCampaign(PauseCampaignRequest.newBuilder().setCampaignId("paused").build());
        create("ended", 1);
        client.endCampaign(EndCampaignRequest.newBuilder().setCampaignId("ended").build());

        assertThat(client.issueCoupon("sold-out", "grace")).isEqualTo(new SoldOut());
        assertThat(client.issueCoupon("paused", "grace")).isEqualTo(new Paused());
        assertThat(client.issueCoupon("nowhere", "grace")).isEqualTo(new NotFound());
        assertThat(client.issueCoupon("ended", "grace"))
                .isInstanceOfSatisfying(
                        Ended.class,
                        ended ->
                                assertThat(ended.endedAt())
                                        .isBeforeOrEqualTo(client.getServerTime()));
    }

    @Test
    void whoComesTooEarlyIsToldWhenToComeBack() {
        Instant start = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        client.createCampaign(LocalServer.campaign("later", 1, start));

        NotStarted refused = (NotStarted) client.issueCoupon("later", "ada");

        assertThat(refused.startsAt()).isEqualTo(start);
        assertThat(refused.serverTime()).isBefore(start);
        assertThat(refused.retryAfter()).isBetween(Duration.ofMinutes(55), Duration.ofMinutes(61));
    }

    @Test
    void aRequestThatIsNotValidThrowsWithTheFieldAndAKoreanMessage() {
        Failure failure = failure(() -> client.issueCoupon("spring", ""));

        assertThat(failure.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(failure.reason()).isEqualTo("INVALID");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.REFUSED);
        assertThat(failure.koreanMessage()).isEqualTo("요청이 올바르지 않습니다.");
        assertThat(failure.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.getField()).isEqualTo("userId"));
    }

    @Test
    void operatorsCallsDoWhatTheySay() {
        Campaign created = create("spring", 10);
        Campaign updated =
                client.updateCampaign(
                                UpdateCampaignRequest.newBuilder()
                                        .setCampaignId("spring")
                                        .setEtag(created.getEtag())
                                        .setCouponIssueLimit(20)
                                        .build())
                        .getCampaign();
        client.issueCoupon("spring", "ada");

        assertThat(updated.getCouponIssueLimit()).isEqualTo(20);
        assertThat(campaign("spring").getIssuedCount()).isEqualTo(1);
        assertThat(
                        client.getCampaign(
                                        GetCampaignRequest.newBuilder()
                                                .setCampaignId("spring")
                                                .setView(CampaignView.FULL)
                                                .build())
                                .getCouponCodesList())
                .isEqualTo(coupons("spring").stream().map(Coupon::getCode).toList());
        assertThat(
                        client.listCampaigns(ListCampaignsRequest.getDefaultInstance())
                                .getCampaignsList())
                .containsExactly(campaign("spring"));
        assertThat(
                        client.getUserCoupons(
                                        GetUserCouponsRequest.newBuilder().setUserId("ada").build())
                                .getCouponsList())
                .isEqualTo(coupons("spring"));
    }

    @Test
    void aPausedCampaignGoesOnWhenResumed() {
        create("spring", 10);
        client.pauseCampaign(PauseCampaignRequest.newBuilder().setCampaignId("spring").build());
        assertThat(campaign("spring").getState()).isEqualTo(Campaign.State.PAUSED);

        client.resumeCampaign(ResumeCampaignRequest.newBuilder().setCampaignId("spring").build());

        assertThat(client.issueCoupon("spring", "ada")).isInstanceOf(Issued.class);
    }

    @Test
    void aDeletedCampaignIsGone() {
        create("spring", 10);
        client.deleteCampaign(DeleteCampaignRequest.newBuilder().setCampaignId("spring").build());

        Failure failure = failure(() -> campaign("spring"));

        assertThat(failure.reason()).isEqualTo("NOT_FOUND");
        assertThat(failure.code()).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void aWinnerIsGivenTheCouponAgainWhateverBecameOfTheCampaign() {
        create("spring", 10);
        Coupon coupon = ((Issued) client.issueCoupon("spring", "ada")).coupon();
        client.pauseCampaign(PauseCampaignRequest.newBuilder().setCampaignId("spring").build());
        assertThat(client.issueCoupon("spring", "ada")).isEqualTo(new AlreadyIssued(coupon));
        client.endCampaign(EndCampaignRequest.newBuilder().setCampaignId("spring").build());
        assertThat(client.issueCoupon("spring", "ada")).isEqualTo(new AlreadyIssued(coupon));
    }

    @Test
    void manyCallsAtOnceEachGetTheirOwnAnswer() {
        create("spring", 150);
        List<CompletableFuture<IssueOutcome>> calls =
                IntStream.range(0, 200)
                        .mapToObj(i -> client.async().issueCoupon("spring", "user-" + i))
                        .toList();

        List<IssueOutcome> outcomes = calls.stream().map(CompletableFuture::join).toList();

        assertThat(outcomes.stream().filter(Issued.class::isInstance)).hasSize(150);
        assertThat(outcomes.stream().filter(SoldOut.class::isInstance)).hasSize(50);
    }

    @Test
    void anHttpClientOfOnesOwnMaySpeakHttp2() {
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
                AsyncFirstcomeClient http2 =
                        FirstcomeClient.builder().issue(server.issue()).http(http).buildAsync()) {
            create("spring", 10);
            assertThat(http2.issueCoupon("spring", "first").join()).isInstanceOf(Issued.class);
            List<CompletableFuture<IssueOutcome>> calls =
                    IntStream.range(0, 100)
                            .mapToObj(i -> http2.issueCoupon("spring", "user-" + i))
                            .toList();

            assertThat(calls.stream().map(CompletableFuture::join).filter(Issued.class::isInstance))
                    .hasSize(9);
        }
    }

    @Test
    void anApiThatIsNotSetIsMissedWhenItIsCalled() {
        try (FirstcomeClient issueOnly = FirstcomeClient.builder().issue(server.issue()).build()) {
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            issueOnly.listCampaigns(ListCampaignsRequest.getDefaultInstance()))
                    .withMessage("admin: not set (expected: builder().admin(URI))");
        }
    }

    @Test
    void aUrlThatIsNoServersIsRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> FirstcomeClient.builder().issue(URI.create("localhost:8082")).build())
                .withMessage(
                        "issue: localhost:8082 (expected: a URL such as http://127.0.0.1:8082)");
    }

    private Campaign create(String id, int limit) {
        return client.createCampaign(LocalServer.campaign(id, limit, LocalServer.LONG_AGO))
                .getCampaign();
    }

    private Campaign campaign(String id) {
        return client.getSimpleCampaign(
                        GetSimpleCampaignRequest.newBuilder().setCampaignId(id).build())
                .getCampaign();
    }

    private List<Coupon> coupons(String id) {
        return client.listCoupons(ListCouponsRequest.newBuilder().setCampaignId(id).build())
                .getCouponsList();
    }

    private static Failure failure(ThrowingCallable call) {
        return catchThrowableOfType(FirstcomeException.class, call).failure();
    }
}
