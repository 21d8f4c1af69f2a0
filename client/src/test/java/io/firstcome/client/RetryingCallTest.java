package io.firstcome.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.rpc.Code;

import io.firstcome.api.admin.v1.CreateCampaignRequest;
import io.firstcome.api.admin.v1.CreateCampaignResponse;
import io.firstcome.api.issue.v1.IssueCouponRequest;
import io.firstcome.api.issue.v1.IssueCouponResponse;
import io.firstcome.client.Transport.HttpReply;
import io.firstcome.client.Transport.Post;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

class RetryingCallTest {
    private static final IssueCouponResponse ISSUED =
            IssueCouponResponse.newBuilder().setAlreadyIssued(true).build();
    private static final CreateCampaignResponse CREATED =
            CreateCampaignResponse.newBuilder().setCampaignId("spring").build();
    private static final Failure OVERLOADED = Failures.of(Code.UNAVAILABLE, "OVERLOADED");
    private static final Failure LOST = Failures.of(Code.UNAVAILABLE, "OUTCOME_UNKNOWN");
    private static final Failure SOLD_OUT = Failures.of(Code.RESOURCE_EXHAUSTED, "SOLD_OUT");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final ManualTimer timer = new ManualTimer();
    private final ScriptedTransport server = new ScriptedTransport(timer);
    private RetryPolicy policy = RetryPolicy.DEFAULT;

    @Test
    void oneAnswerNeedsOneAttempt() {
        server.answers(ISSUED);

        assertThat(done(issue())).isEqualTo(ISSUED);
        assertThat(server.posts()).hasSize(1);
        assertThat(server.posts().getFirst().uri())
                .hasToString("http://localhost:1/issue.v1.IssueService/IssueCoupon");
    }

    @Test
    void whatWasNotAttemptedIsAttemptedAgain() {
        server.fails(OVERLOADED).breaks(new ConnectException()).answers(CREATED);

        assertThat(done(create())).isEqualTo(CREATED);
    }

    @Test
    void anUnknownOutcomeOfACallThatMayBeRepeatedIsAskedForAgain() {
        server.fails(LOST).breaks(new IOException("reset")).breaks(new TimeoutException());
        server.answers(ISSUED);

        assertThat(done(issue())).isEqualTo(ISSUED);
    }

    @Test
    void anUnknownOutcomeOfAnyOtherCallIsTold() {
        server.breaks(new IOException("reset"));

        assertThat(failed(create()).reason()).isEqualTo("REPLY_LOST");
    }

    @Test
    void aTruthIsToldAtOnce() {
        server.fails(SOLD_OUT);

        assertThat(failed(issue())).isEqualTo(asTold(SOLD_OUT));
    }

    @Test
    void noMoreAttemptsAreMadeThanAllowed() {
        policy = policy.withMaxAttempts(3);
        server.fails(OVERLOADED).fails(OVERLOADED).fails(OVERLOADED);

        assertThat(failed(issue()).reason()).isEqualTo("OVERLOADED");
        assertThat(server.posts()).hasSize(3);
    }

    @Test
    void whatMayHaveBeenDoneStaysUnknownWhenTheLastAttemptDidNothing() {
        policy = policy.withMaxAttempts(2);
        server.fails(LOST).fails(OVERLOADED);

        assertThat(failed(issue()).reason()).isEqualTo("OUTCOME_UNKNOWN");
    }

    @Test
    void aTruthAfterAnUnknownOutcomeIsTheTruth() {
        server.fails(LOST).fails(SOLD_OUT);

        assertThat(failed(issue()).reason()).isEqualTo("SOLD_OUT");
    }

    @Test
    void eachAttemptIsToldHowLittleTimeIsLeft() {
        policy = policy.withAttemptTimeout(Duration.ofHours(1));
        long second = TimeUnit.SECONDS.toNanos(1);
        server.failsAfter(second, Failures.overloaded(2_000));
        server.failsAfter(second, Failures.overloaded(1_000));
        server.answers(CREATED);

        done(create());

        long[] timeouts = server.posts().stream().mapToLong(Post::timeoutNanos).toArray();
        assertThat(timeouts[0]).isEqualTo(TIMEOUT.toNanos());
        assertThat(timeouts[1]).isBetween((long) (6.9 * second), 7 * second);
        assertThat(timeouts[2]).isBetween((long) (4.8 * second), 5 * second);
    }

    @Test
    void anAttemptThatCanBeRepeatedIsGivenUpBeforeTheCallIs() {
        server.breaksAfter(policy.attemptTimeout().toNanos(), new TimeoutException());
        server.answers(ISSUED);

        assertThat(done(issue())).isEqualTo(ISSUED);
        assertThat(server.posts())
                .allMatch(post -> post.timeoutNanos() == policy.attemptTimeout().toNanos());
    }

    @Test
    void aWaitThatWouldOutlastTheCallIsNotBegun() {
        server.fails(Failures.overloaded(TIMEOUT.toMillis()));

        CompletableFuture<IssueCouponResponse> call = issue();

        assertThat(call).isCompletedExceptionally();
        assertThat(timer.waits()).isEmpty();
    }

    @Test
    void anEmptyBudgetAllowsNoRetries() {
        policy = policy.withBudget(4).withMaxAttempts(100);
        server.fails(OVERLOADED).fails(OVERLOADED);

        assertThat(failed(issue()).reason()).isEqualTo("OVERLOADED");
    }

    @Test
    void refusalsFillTheBudgetAsSuccessesDo() {
        policy = policy.withBudget(3);
        Endpoint endpoint = endpoint();
        server.fails(OVERLOADED).fails(OVERLOADED);
        assertThat(failed(issue(endpoint)).reason()).isEqualTo("OVERLOADED");
        for (int i = 0; i < 20; i++) {
            server.fails(SOLD_OUT);
            assertThat(failed(issue(endpoint)).reason()).isEqualTo("SOLD_OUT");
        }

        server.fails(OVERLOADED).answers(ISSUED);

        assertThat(done(issue(endpoint))).isEqualTo(ISSUED);
    }

    @Test
    void anAnswerThatIsNoMessageTellsNothingOfTheEffect() {
        server.reply(0, new HttpReply(200, ByteString.copyFromUtf8("\u0007")));

        assertThat(failed(issue()).kind()).isEqualTo(Failure.Kind.UNKNOWN);
    }

    @Test
    void aCallThatIsCancelledGivesItsAttemptUp() {
        CompletableFuture<HttpReply> silence = server.isSilent();
        CompletableFuture<IssueCouponResponse> call = issue();

        call.cancel(true);

        assertThat(silence).isCancelled();
    }

    @Test
    void aCallThatIsCancelledWhileItWaitsMakesNoMoreAttempts() {
        server.fails(OVERLOADED);
        CompletableFuture<IssueCouponResponse> call = issue();
        assertThat(timer.waits()).hasSize(1);

        call.cancel(true);
        timer.run();

        assertThat(server.posts()).hasSize(1);
    }

    private CompletableFuture<IssueCouponResponse> issue() {
        return issue(endpoint());
    }

    private CompletableFuture<IssueCouponResponse> issue(Endpoint endpoint) {
        return call(endpoint, Procedure.ISSUE_COUPON, IssueCouponRequest.getDefaultInstance());
    }

    private CompletableFuture<CreateCampaignResponse> create() {
        return call(
                endpoint(), Procedure.CREATE_CAMPAIGN, CreateCampaignRequest.getDefaultInstance());
    }

    private Endpoint endpoint() {
        return Endpoint.of("issue", URI.create("http://localhost:1/"), policy);
    }

    private <Q extends Message, S extends Message> CompletableFuture<S> call(
            Endpoint endpoint, Procedure<Q, S> procedure, Q request) {
        return new Calls(server, timer, new Random(7), policy)
                .call(endpoint, procedure, request, response -> response, TIMEOUT);
    }

    private <S> S done(CompletableFuture<S> call) {
        timer.run();
        return call.join();
    }

    private Failure failed(CompletableFuture<?> call) {
        timer.run();
        assertThat(call).isCompletedExceptionally();
        return ((FirstcomeException) call.exceptionNow()).failure();
    }

    private static Failure asTold(Failure failure) {
        return new Failure(failure.status().toBuilder().clearMessage().build());
    }
}
