package io.firstcome.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.rpc.Code;

import io.firstcome.api.admin.v1.Campaign;
import io.firstcome.api.admin.v1.EndCampaignRequest;
import io.firstcome.api.admin.v1.StreamCouponsRequest;
import io.firstcome.api.admin.v1.StreamCouponsResponse;
import io.firstcome.api.admin.v1.WatchCampaignRequest;
import io.firstcome.api.admin.v1.WatchCampaignResponse;
import io.firstcome.api.coupon.v1.Coupon;
import io.firstcome.client.FaultyProxy.Fault;
import io.firstcome.client.Transport.Post;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class StreamsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final RetryPolicy HASTY =
            RetryPolicy.DEFAULT.withDelays(Duration.ofMillis(1), Duration.ofMillis(20));

    private LocalServer server;
    private FaultyProxy admin;
    private FirstcomeClient client;

    @BeforeEach
    void start(@TempDir Path dataDirectory) {
        server = new LocalServer(dataDirectory);
        admin = new FaultyProxy(server.admin());
        client = server.client();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        admin.close();
        server.close();
    }

    @Test
    void aWatchTellsHowItStandsThenEachChangeAndEndsWithTheCampaign() {
        create("spring", 1);
        try (Stream<WatchCampaignResponse> watch = watch(client, "spring")) {
            Iterator<WatchCampaignResponse> told = watch.iterator();
            assertThat(told.next().getCampaign().getState()).isEqualTo(Campaign.State.OPEN);

            client.issueCoupon("spring", "ada");
            assertThat(until(told, Campaign.State.SOLD_OUT).getIssuedCount()).isEqualTo(1);

            end("spring");
            until(told, Campaign.State.ENDED);
            assertThat(told.hasNext()).isFalse();
        }
    }

    @Test
    void couponsComeByOrdinalFromWhereOneAsksUntilTheCampaignEnds() {
        create("spring", 1_000);
        issue("spring", 0, 450);

        CompletableFuture<List<Coupon>> told =
                CompletableFuture.supplyAsync(() -> coupons(client, "spring", 400));
        issue("spring", 450, 600);
        end("spring");

        assertThat(told)
                .succeedsWithin(PATIENCE)
                .satisfies(coupons -> {
                    assertThat(ordinals(coupons)).isEqualTo(range(401, 600));
                    assertThat(coupons.getLast().getUserId()).isEqualTo("user-599");
                });
    }

    @Test
    void couponsGoOnWithoutAGapWhenTheServerIsRestarted() {
        create("spring", 1_000);
        CompletableFuture<List<Coupon>> told =
                CompletableFuture.supplyAsync(() -> coupons(client, "spring", 0));
        for (int restart = 0; restart < 3; restart++) {
            issue("spring", restart * 300, restart * 300 + 300);
            server.restart();
        }
        issue("spring", 900, 1_000);
        end("spring");

        assertThat(told)
                .succeedsWithin(PATIENCE)
                .satisfies(coupons -> assertThat(ordinals(coupons)).isEqualTo(range(1, 1_000)));
    }

    @Test
    void couponsGoOnWithoutAGapWhenConnectionsAreReset() {
        create("spring", 2_000);
        issue("spring", 0, 500);
        try (FirstcomeClient throughFaults = throughFaults()) {
            CompletableFuture<List<Coupon>> told =
                    CompletableFuture.supplyAsync(() -> coupons(throughFaults, "spring", 0));
            for (int i = 500; i < 1_000; i += 20) {
                issue("spring", i, i + 20);
                admin.next(Fault.RESET);
            }
            end("spring");

            assertThat(told)
                    .succeedsWithin(PATIENCE)
                    .satisfies(coupons -> assertThat(ordinals(coupons)).isEqualTo(range(1, 1_000)));
        }
    }

    @Test
    void aWatchGoesOnWhenItsConnectionIsReset() {
        create("spring", 10);
        try (FirstcomeClient throughFaults = throughFaults();
                Stream<WatchCampaignResponse> watch = watch(throughFaults, "spring")) {
            Iterator<WatchCampaignResponse> told = watch.iterator();
            assertThat(told.next().getCampaign().getIssuedCount()).isZero();
            admin.next(Fault.RESET);
            issue("spring", 0, 10);

            assertThat(until(told, Campaign.State.SOLD_OUT).getIssuedCount()).isEqualTo(10);
        }
    }

    @Test
    void theServerSaysThatItHearsBeforeThereIsAnythingToTell() {
        create("spring", 10);
        try (Transport transport = HttpTransport.own(null)) {
            StreamCouponsRequest request = after("spring", 0);
            Post post =
                    new Post(
                            Endpoint.of("admin", server.admin(), HASTY)
                                    .of(Procedure.STREAM_COUPONS),
                            request.toByteString(),
                            PATIENCE.toNanos());

            assertThat(transport.open(post))
                    .succeedsWithin(PATIENCE)
                    .satisfies(reply -> {
                        assertThat(reply.isOk()).isTrue();
                        reply.body().close();
                    });
        }
    }

    @Test
    void aRefusalSaysWhatIsWrong() {
        create("spring", 10);

        assertThat(failure(watch(client, "nowhere")).reason()).isEqualTo("NOT_FOUND");
        Failure invalid = failure(client.streamCoupons(after("spring", -1)));
        assertThat(invalid.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(invalid.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.getField()).isEqualTo("afterOrdinal"));
    }

    @Test
    void closingAStreamEndsTheWaitForItsNextMessage() {
        create("spring", 10);
        issue("spring", 0, 1);
        Stream<StreamCouponsResponse> coupons = client.streamCoupons(after("spring", 0));
        Iterator<StreamCouponsResponse> told = coupons.iterator();
        told.next();
        CompletableFuture<Failure> waiting =
                CompletableFuture.supplyAsync(
                        () -> catchThrowableOfType(FirstcomeException.class, told::next).failure());

        coupons.close();

        assertThat(waiting)
                .succeedsWithin(PATIENCE)
                .extracting(Failure::reason)
                .isEqualTo("CLOSED");
    }

    @Test
    void closingTheClientEndsItsStreams() {
        create("spring", 10);
        TestSubscriber<WatchCampaignResponse> subscriber = new TestSubscriber<>();
        client.async().watchCampaign(request("spring")).subscribe(subscriber);
        subscriber.request(1);

        client.close();

        assertThat(subscriber.end())
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withMessageContaining("CLOSED");
    }

    @Test
    void noStreamOpensWhenTheClientIsClosed() {
        create("spring", 10);
        Stream<StreamCouponsResponse> coupons = client.streamCoupons(after("spring", 0));

        client.close();

        assertThat(failure(coupons).reason()).isEqualTo("CLOSED");
    }

    @Test
    void whoWaitsMayBeInterrupted() {
        create("spring", 10);
        Thread.currentThread().interrupt();

        assertThat(failure(client.streamCoupons(after("spring", 0))).reason())
                .isEqualTo("INTERRUPTED");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aSubscriberIsGivenWhatItAsksForAndToldTheEnd() throws InterruptedException {
        create("spring", 10);
        issue("spring", 0, 10);
        end("spring");
        TestSubscriber<StreamCouponsResponse> subscriber = new TestSubscriber<>();
        client.async().streamCoupons(after("spring", 0)).subscribe(subscriber);
        assertThat(subscriber.end()).isNotDone();

        subscriber.request(1);

        assertThat(subscriber.take(1).getFirst().getCouponsCount()).isEqualTo(10);
        assertThat(subscriber.end()).succeedsWithin(PATIENCE);
    }

    @Test
    void aSubscriberIsToldWhyItEnds() {
        TestSubscriber<WatchCampaignResponse> lost = new TestSubscriber<>();
        client.async().watchCampaign(request("nowhere")).subscribe(lost);
        TestSubscriber<WatchCampaignResponse> wrong = new TestSubscriber<>();
        create("spring", 10);
        client.async().watchCampaign(request("spring")).subscribe(wrong);
        wrong.request(0);

        assertThat(lost.end())
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withMessageContaining("NOT_FOUND");
        assertThat(wrong.end())
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withMessageContaining("n: 0 (expected: above 0)");
    }

    @Test
    void anApiThatIsNotSetIsMissedWhenItIsCalled() {
        try (FirstcomeClient issueOnly = FirstcomeClient.builder().issue(server.issue()).build()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> issueOnly.async().watchCampaign(request("spring")));
        }
    }

    private FirstcomeClient throughFaults() {
        return FirstcomeClient.builder().admin(admin.uri()).retries(HASTY).build();
    }

    private void create(String id, int limit) {
        client.createCampaign(LocalServer.campaign(id, limit, LocalServer.LONG_AGO));
    }

    private void end(String id) {
        client.endCampaign(EndCampaignRequest.newBuilder().setCampaignId(id).build());
    }

    private void issue(String id, int from, int to) {
        for (int user = from; user < to; user++) {
            client.issueCoupon(id, "user-" + user);
        }
    }

    private static Stream<WatchCampaignResponse> watch(FirstcomeClient client, String id) {
        return client.watchCampaign(request(id));
    }

    private static WatchCampaignRequest request(String id) {
        return WatchCampaignRequest.newBuilder().setCampaignId(id).build();
    }

    private static StreamCouponsRequest after(String id, int ordinal) {
        return StreamCouponsRequest.newBuilder().setCampaignId(id).setAfterOrdinal(ordinal).build();
    }

    private static List<Coupon> coupons(FirstcomeClient client, String id, int afterOrdinal) {
        try (Stream<StreamCouponsResponse> coupons =
                client.streamCoupons(after(id, afterOrdinal))) {
            return coupons.flatMap(page -> page.getCouponsList().stream()).toList();
        }
    }

    private static List<Integer> ordinals(List<Coupon> coupons) {
        return coupons.stream().map(Coupon::getOrdinal).toList();
    }

    private static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static Campaign until(Iterator<WatchCampaignResponse> told, Campaign.State state) {
        Campaign campaign = told.next().getCampaign();
        while (campaign.getState() != state) {
            campaign = told.next().getCampaign();
        }
        return campaign;
    }

    private static Failure failure(Stream<?> stream) {
        return catchThrowableOfType(FirstcomeException.class, stream::toList).failure();
    }
}
