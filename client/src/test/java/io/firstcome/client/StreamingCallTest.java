package io.firstcome.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;

import io.firstcome.api.admin.v1.StreamCouponsRequest;
import io.firstcome.api.admin.v1.StreamCouponsResponse;
import io.firstcome.api.coupon.v1.Coupon;
import io.firstcome.client.Transport.Post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class StreamingCallTest {
    private static final Failure OVERLOADED = Failures.of(Code.UNAVAILABLE, "OVERLOADED");

    private final JumpingTimer timer = new JumpingTimer();
    private final ScriptedTransport server = new ScriptedTransport(new ManualTimer());
    private RetryPolicy policy = RetryPolicy.DEFAULT;

    /// A clock that jumps over each wait.
    private static final class JumpingTimer implements Timer {
        private final List<Duration> waits = new ArrayList<>();
        private long nowNanos;

        @Override
        public long nanoTime() {
            return nowNanos;
        }

        @Override
        public CompletableFuture<?> after(long delayNanos) {
            waits.add(Duration.ofNanos(delayNanos));
            nowNanos += delayNanos;
            return CompletableFuture.completedFuture(true);
        }
    }

    @Test
    void responsesComeInOrderUntilTheEnd() {
        server.sendsAll(page(1, 2), page(3), page(4, 5, 6));

        assertThat(ordinals(coupons())).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aLostConnectionIsMadeAgainAfterTheLastResponse() throws InvalidProtocolBufferException {
        server.sends(page(8, 9)).isDown().sends().sendsAll(page(10));

        assertThat(ordinals(coupons())).containsExactly(8, 9, 10);
        assertThat(afterOrdinals()).containsExactly(7, 9, 9, 9);
    }

    @Test
    void whatIsCutInTheMiddleOfAResponseComesAgainWhole() {
        ByteString second = ScriptedTransport.envelope(page(2, 3));
        server.streams(
                200,
                Stream.of(
                        ScriptedTransport.envelope(page(1)),
                        second.substring(0, second.size() - 1)));
        server.sendsAll(page(2, 3));

        assertThat(ordinals(coupons())).containsExactly(1, 2, 3);
    }

    @Test
    void aRefusalIsToldAtOnce() {
        server.sendsError(Failures.of(Code.NOT_FOUND, "NOT_FOUND"));

        assertThat(failure(coupons()).reason()).isEqualTo("NOT_FOUND");
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void aServerThatEndsIsAskedAgainAndNoSoonerThanItSays() {
        server.sendsError(Failures.overloaded(1_500)).sendsAll(page(1));

        assertThat(ordinals(coupons())).containsExactly(1);
        assertThat(timer.waits)
                .singleElement()
                .satisfies(wait -> assertThat(wait).isGreaterThanOrEqualTo(ofMillis(1_500)));
    }

    @Test
    void whatAProxySaysInPlaceOfAStreamIsReadAsItIsElsewhere() {
        server.streams(502, Stream.of(ByteString.copyFromUtf8("<html>"))).sendsAll(page(1));
        server.streams(403, Stream.of(ByteString.copyFromUtf8("<html>")));

        assertThat(ordinals(coupons())).containsExactly(1);
        assertThat(failure(coupons()).code()).isEqualTo(Code.PERMISSION_DENIED);
    }

    @Test
    void waitsGrowWhileNothingAnswers() {
        policy = policy.withDelays(ofMillis(100), ofMillis(400));
        server.isDown().isDown().isDown().isDown().isDown().sendsAll();

        assertThat(ordinals(coupons())).isEmpty();
        assertThat(timer.waits.stream().mapToLong(Duration::toMillis).sum()).isLessThan(1_500);
        assertThat(timer.waits.get(0)).isLessThanOrEqualTo(ofMillis(100));
        assertThat(timer.waits).anyMatch(wait -> wait.compareTo(ofMillis(100)) > 0);
    }

    @Test
    void anEmptyBudgetEndsIt() {
        policy = policy.withBudget(10);
        IntStream.range(0, 5).forEach(_ -> server.isDown());

        assertThat(failure(coupons()).reason()).isEqualTo("UNREACHABLE");
        assertThat(server.posts()).hasSize(5);
    }

    @Test
    void connectionsThatAreLostAtOnceEmptyTheBudgetToo() {
        policy = policy.withBudget(10);
        IntStream.range(0, 5).forEach(_ -> server.sends());

        assertThat(failure(coupons()).reason()).isEqualTo("REPLY_LOST");
    }

    @Test
    void connectionsThatHoldForLongMayBeLostForEver() {
        policy = policy.withBudget(10);
        IntStream.rangeClosed(1, 100).forEach(i -> server.sends(page(i)));
        server.sendsAll();

        List<Integer> told =
                coupons()
                        .peek(_ -> timer.nowNanos += policy.attemptTimeout().toNanos() + 1)
                        .flatMap(StreamingCallTest::ordinals)
                        .toList();

        assertThat(told).hasSize(100);
    }

    @Test
    void aPolicyWithoutRetriesMakesOneConnection() {
        policy = RetryPolicy.NONE;
        server.sendsError(OVERLOADED);

        assertThat(failure(coupons()).reason()).isEqualTo("OVERLOADED");
        assertThat(server.posts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{\"error\":{}}", "{\"error\":17}"})
    void anEndThatSaysNothingIsAFailureAndNotRepeated(String json) {
        server.streams(200, Stream.of(ScriptedTransport.last(json)));

        assertThat(failure(coupons()).kind()).isEqualTo(Failure.Kind.UNKNOWN);
        assertThat(server.posts()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\0\377\377\377\377", // longer than there are bytes
                "\0\1\0\0\0", // 16 MiB
                "\1\0\0\0\0", // compressed
                "\0\0\0\0\1\7", // no message
            })
    void whatIsNoEnvelopeOrNoMessageIsAFailureAndNotRepeated(String bytes) {
        server.streams(200, Stream.of(ByteString.copyFrom(bytes, ISO_8859_1)));

        assertThat(failure(coupons()).code()).isEqualTo(Code.INTERNAL);
        assertThat(server.posts()).hasSize(1);
    }

    @Test
    void whatIsClosedAsksForNothing() {
        Stream<StreamCouponsResponse> coupons = coupons();
        coupons.close();
        StreamingCall<StreamCouponsRequest, StreamCouponsResponse> call = call();
        call.close();

        assertThat(catchThrowableOfType(FirstcomeException.class, call::next).failure().reason())
                .isEqualTo("CLOSED");
        assertThat(server.posts()).isEmpty();
    }

    private Stream<StreamCouponsResponse> coupons() {
        return call().stream();
    }

    private StreamingCall<StreamCouponsRequest, StreamCouponsResponse> call() {
        return new StreamingCall<>(
                new Calls(server, timer, new Random(7), policy),
                Endpoint.of("admin", URI.create("http://localhost:1"), policy),
                Procedure.STREAM_COUPONS,
                StreamCouponsRequest.newBuilder().setAfterOrdinal(7).build(),
                AsyncFirstcomeClient::afterTheLastOf);
    }

    private static StreamCouponsResponse page(int... ordinals) {
        StreamCouponsResponse.Builder page = StreamCouponsResponse.newBuilder();
        for (int ordinal : ordinals) {
            page.addCoupons(Coupon.newBuilder().setOrdinal(ordinal));
        }
        return page.build();
    }

    private static List<Integer> ordinals(Stream<StreamCouponsResponse> coupons) {
        return coupons.flatMap(StreamingCallTest::ordinals).toList();
    }

    private static Stream<Integer> ordinals(StreamCouponsResponse page) {
        return page.getCouponsList().stream().map(Coupon::getOrdinal);
    }

    private List<Integer> afterOrdinals() throws InvalidProtocolBufferException {
        List<Integer> ordinals = new ArrayList<>();
        for (Post post : server.posts()) {
            ordinals.add(StreamCouponsRequest.parseFrom(post.body()).getAfterOrdinal());
        }
        return ordinals;
    }

    private static Failure failure(Stream<?> stream) {
        return catchThrowableOfType(FirstcomeException.class, stream::toList).failure();
    }

    private static Duration ofMillis(long millis) {
        return Duration.ofMillis(millis);
    }
}
