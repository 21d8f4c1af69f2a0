package io.firstcome.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firstcome.api.admin.v1.GetSimpleCampaignRequest;
import io.firstcome.api.coupon.v1.Coupon;
import io.firstcome.client.FaultyProxy.Fault;
import io.firstcome.client.IssueOutcome.AlreadyIssued;
import io.firstcome.client.IssueOutcome.NotAttempted;
import io.firstcome.client.IssueOutcome.Unknown;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

class FaultyNetworkTest {
    private static final RetryPolicy HASTY =
            RetryPolicy.DEFAULT
                    .withDelays(Duration.ofMillis(1), Duration.ofMillis(5))
                    .withMaxAttempts(10)
                    .withAttemptTimeout(Duration.ofSeconds(1));

    private LocalServer server;
    private FaultyProxy admin;
    private FaultyProxy issue;
    private FirstcomeClient client;

    @BeforeEach
    void start(@TempDir Path dataDirectory) {
        server = new LocalServer(dataDirectory);
        admin = new FaultyProxy(server.admin());
        issue = new FaultyProxy(server.issue());
        client = client(HASTY);
    }

    private FirstcomeClient client(RetryPolicy policy) {
        return FirstcomeClient.builder()
                .admin(admin.uri())
                .issue(issue.uri())
                .retries(policy)
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        issue.close();
        admin.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void aLostAnswerCostsNobodyACoupon(Fault fault) {
        create("spring");
        issue.next(fault);
        issue.next(fault);

        AlreadyIssued outcome = (AlreadyIssued) client.issueCoupon("spring", "ada");

        assertThat(outcome.coupon().getOrdinal()).isEqualTo(1);
        assertThat(issuedCount("spring")).isEqualTo(1);
    }

    @Test
    void aLostAnswerThatIsNotAskedForAgainIsUnknownAndTheNextCallTells() {
        create("spring");
        issue.next(Fault.RESET);
        try (FirstcomeClient once = client(RetryPolicy.NONE)) {
            Unknown outcome = (Unknown) once.issueCoupon("spring", "ada");

            assertThat(outcome.failure().reason()).isEqualTo("REPLY_LOST");
        }
        Coupon coupon = ((AlreadyIssued) client.issueCoupon("spring", "ada")).coupon();
        assertThat(coupon.getOrdinal()).isEqualTo(1);
    }

    @Test
    void aLostAnswerToACreationIsToldAsUnknownAndNotRepeated() {
        admin.next(Fault.RESET);

        Failure failure = creationFailure("spring");

        assertThat(failure.reason()).isEqualTo("REPLY_LOST");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.UNKNOWN);
        assertThat(creationFailure("spring").reason()).isEqualTo("ALREADY_EXISTS");
    }

    @Test
    void silenceEndsWithTheTimeOfTheCall() {
        admin.next(Fault.SILENCE);
        client = client.withTimeout(Duration.ofMillis(300));

        assertThat(creationFailure("spring").reason()).isEqualTo("TIMED_OUT");
    }

    @Test
    void aServerThatIsNotThereWasNotAskedAnything() throws IOException {
        try (FirstcomeClient nowhere =
                FirstcomeClient.builder()
                        .admin(closedPort())
                        .issue(closedPort())
                        .retries(HASTY)
                        .build()) {
            NotAttempted outcome = (NotAttempted) nowhere.issueCoupon("spring", "ada");

            assertThat(outcome.failure().reason()).isEqualTo("UNREACHABLE");
            assertThat(outcome.failure().koreanMessage())
                    .isEqualTo("서버에 연결할 수 없습니다. 요청은 전송되지 않았습니다.");
        }
    }

    @Test
    void anInterruptedCallerIsToldThatTheOutcomeIsUnknown() {
        create("spring");
        issue.next(Fault.SILENCE);
        Thread.currentThread().interrupt();

        Failure failure =
                catchThrowableOfType(
                                FirstcomeException.class, () -> client.issueCoupon("spring", "ada"))
                        .failure();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.reason()).isEqualTo("INTERRUPTED");
    }

    private static URI closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return LocalServer.uri(socket.getLocalPort());
        }
    }

    private void create(String id) {
        client.createCampaign(LocalServer.campaign(id, 10, LocalServer.LONG_AGO));
    }

    private Failure creationFailure(String id) {
        return catchThrowableOfType(FirstcomeException.class, () -> create(id)).failure();
    }

    private int issuedCount(String id) {
        return client.getSimpleCampaign(
                        GetSimpleCampaignRequest.newBuilder().setCampaignId(id).build())
                .getCampaign()
                .getIssuedCount();
    }
}
