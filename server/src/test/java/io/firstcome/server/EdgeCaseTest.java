package io.firstcome.server;

import static io.firstcome.server.TestServer.await;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;

import io.firstcome.server.TestServer.Answer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Cases of the edge-case book that show through the API of a whole server.
class EdgeCaseTest {
    @TempDir private Path directory;
    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void case01_exactlyNOfTenTimesAsManyUsersAtOnce() {
        server.createOpen("drop", 100);
        List<Answer> answers = askAll("drop", users(1_000));
        assertThat(successes(answers)).hasSize(100);
        assertThat(ordinals(answers)).hasSize(100).contains(1, 100);
        assertThat(refusals(answers)).hasSize(900).allMatch("SOLD_OUT"::equals);
        Answer campaign = server.campaigns("GetCampaign", "{\"campaignId\":\"drop\"}");
        assertThat(campaign.campaign().get("issuedCount").getAsInt()).isEqualTo(100);
        assertThat(codes(campaign)).hasSize(100).isEqualTo(codesOf(answers));
    }

    @Test
    void case02_aThousandParallelAsksOfOneUserGiveOneCoupon() {
        server.createOpen("drop", 100);
        List<Answer> answers =
                askAll("drop", IntStream.range(0, 1_000).mapToObj(i -> "same").toList());
        assertThat(successes(answers)).hasSize(1_000);
        assertThat(answers.stream().map(Answer::coupon).distinct()).hasSize(1);
        assertThat(answers.stream().filter(a -> !a.body().has("alreadyIssued"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-06-23T20:57:00+09:00", "2025-06-23T11:57:00Z"})
    void case08_timesWithAnOffsetAreTheSameInstant(String start) {
        Answer answer = create("\"issuanceStartTime\":\"" + start + "\"");
        assertThat(answer.campaign().get("issuanceStartTime").getAsString())
                .isEqualTo("2025-06-23T11:57:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-06-23T20:57:00", "2025-06-23", "20:57", "", "tomorrow"})
    void case08_timesWithoutAnOffsetAreRefused(String start) {
        Answer answer = create("\"issuanceStartTime\":\"" + start + "\"");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(violatedField(answer)).isEqualTo("issuanceStartTime");
        assertThat(answer.body().get("message").getAsString()).contains("RFC 3339");
    }

    @Test
    void case09_theLimitGoesUpDuringADropAndOrdinalsGoOn() {
        server.createOpen("drop", 2);
        askAll("drop", users(5));
        assertThat(server.issue("drop", "late").reason()).isEqualTo("SOLD_OUT");
        update("drop", "\"couponIssueLimit\":3");
        Answer late = server.issue("drop", "late");
        assertThat(late.coupon().get("ordinal").getAsInt()).isEqualTo(3);
        assertThat(server.issue("drop", "later").reason()).isEqualTo("SOLD_OUT");
    }

    @Test
    void case09_theLimitGoesDownToButNotBelowWhatIsIssued() {
        server.createOpen("drop", 10);
        askAll("drop", users(3));
        assertThat(update("drop", "\"couponIssueLimit\":2").reason())
                .isEqualTo("LIMIT_BELOW_ISSUED");
        assertThat(update("drop", "\"couponIssueLimit\":3").campaign().get("state").getAsString())
                .isEqualTo("SOLD_OUT");
        assertThat(server.issue("drop", "late").reason()).isEqualTo("SOLD_OUT");
    }

    @Test
    void case09_theStartMovesOnlyBeforeIt() {
        server.create("drop", 1, Instant.now().plusSeconds(3_600));
        assertThat(server.issue("drop", "early").reason()).isEqualTo("NOT_STARTED");
        assertThat(update("drop", "\"issuanceStartTime\":\"2025-01-01T00:00:00Z\"").status())
                .isEqualTo(200);
        assertThat(server.issue("drop", "early").status()).isEqualTo(200);
        assertThat(update("drop", "\"issuanceStartTime\":\"2025-01-02T00:00:00Z\"").reason())
                .isEqualTo("CAMPAIGN_STARTED");
    }

    @Test
    void case10_aCampaignIsDeletedDuringADropOnlyWhileNothingIsIssued() {
        server.createOpen("drop", 10);
        assertThat(server.campaigns("DeleteCampaign", id("drop")).status()).isEqualTo(200);
        assertThat(server.issue("drop", "late").reason()).isEqualTo("NOT_FOUND");
        server.createOpen("drop", 10);
        assertThat(server.issue("drop", "first").coupon().get("ordinal").getAsInt()).isEqualTo(1);
        assertThat(server.campaigns("DeleteCampaign", id("drop")).reason())
                .isEqualTo("COUPONS_ISSUED");
        assertThat(server.issue("drop", "first").body().get("alreadyIssued").getAsBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000001", "2147483648", "\"many\"", "1.5"})
    void case11_limitsOutsideOneToABillionAreRefused(String limit) {
        Answer answer =
                create(
                        "\"issuanceStartTime\":\"2025-01-01T00:00:00Z\",\"couponIssueLimit\":"
                                + limit);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(violatedField(answer)).isEqualTo("couponIssueLimit");
    }

    @Test
    void case11_aLimitOfOneAndNoLimitAtAll() {
        server.createOpen("one", 1);
        assertThat(successes(askAll("one", users(20)))).hasSize(1);
        server.createOpen("unlimited", 0);
        assertThat(successes(askAll("unlimited", users(200)))).hasSize(200);
        Answer campaign = server.campaigns("GetSimpleCampaign", id("unlimited"));
        assertThat(campaign.campaign().has("couponIssueLimit")).isFalse();
        assertThat(campaign.campaign().get("state").getAsString()).isEqualTo("OPEN");
    }

    @Test
    void case16_emptyAndHugeUsersAreRefusedNamingTheField() {
        server.createOpen("drop", 10);
        assertThat(violatedField(server.issue("drop", ""))).isEqualTo("userId");
        assertThat(violatedField(server.issue("drop", "u".repeat(10_000)))).isEqualTo("userId");
        assertThat(server.issue("drop", "u".repeat(20_000)).status()).isEqualTo(429);
        assertThat(server.campaigns("GetSimpleCampaign", id("drop")).campaign().has("issuedCount"))
                .isFalse();
    }

    @Test
    void case16_unicodeUsersAreKeptAsTheyAre() {
        server.createOpen("drop", 10);
        for (String user : List.of("홍길동", "🦊", "o'neill;--", "a b", "\u1112\u1169\u11bc")) {
            Answer answer = server.issue("drop", user);
            assertThat(answer.coupon().get("userId").getAsString()).isEqualTo(user);
            assertThat(server.issue("drop", user).coupon()).isEqualTo(answer.coupon());
        }
    }

    @Test
    void case16_aNumericUserIsTheUserOfTheSameDigits() {
        server.createOpen("drop", 10);
        Answer text = server.issue("drop", "42");
        Answer number = server.issues("IssueCoupon", "{\"campaignId\":\"drop\",\"userId\":42}");
        assertThat(number.coupon()).isEqualTo(text.coupon());
    }

    @Test
    void case18_aLostResponseIsGivenAgain() throws IOException {
        server.createOpen("drop", 1);
        askAndHangUp("drop", "unlucky");
        Answer again = server.issue("drop", "unlucky");
        assertThat(again.coupon().get("ordinal").getAsInt()).isEqualTo(1);
        assertThat(server.issue("drop", "other").reason()).isEqualTo("SOLD_OUT");
    }

    @Test
    void case28_whatIsAnsweredDuringAShutdownIsThereAfterIt() {
        server.createOpen("drop", 10_000);
        List<CompletableFuture<Answer>> asked =
                users(500).stream().map(user -> server.issueLater("drop", user)).toList();
        await(CompletableFuture.anyOf(asked.toArray(CompletableFuture[]::new)));
        server.close();
        Set<JsonElement> answered =
                asked.stream()
                        .filter(f -> !f.isCompletedExceptionally())
                        .map(TestServer::await)
                        .filter(a -> a.status() == 200)
                        .map(Answer::coupon)
                        .collect(Collectors.toSet());
        assertThat(answered).isNotEmpty();
        server = new TestServer(directory);
        List<Answer> again = askAll("drop", users(500));
        assertThat(again.stream().map(Answer::coupon).map(JsonElement.class::cast))
                .containsAll(answered);
        assertThat(ordinals(again)).hasSize(500).contains(1, 500);
    }

    private void askAndHangUp(String campaign, String user) throws IOException {
        String body = "{\"campaignId\":\"%s\",\"userId\":\"%s\"}".formatted(campaign, user);
        String request =
                "POST /issue.v1.IssueService/IssueCoupon HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/json\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.issuePort())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            socket.setSoLinger(true, 0);
            // The response is on its way when its first byte is here; nobody reads on.
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
    }

    private Answer create(String fields) {
        return server.campaigns("CreateCampaign", "{\"name\":\"시험\"," + fields + "}");
    }

    private Answer update(String campaign, String field) {
        return server.campaigns(
                "UpdateCampaign", "{\"campaignId\":\"" + campaign + "\"," + field + "}");
    }

    private static String id(String campaign) {
        return "{\"campaignId\":\"" + campaign + "\"}";
    }

    private List<Answer> askAll(String campaign, List<String> users) {
        List<CompletableFuture<Answer>> asked = new ArrayList<>();
        users.forEach(user -> asked.add(server.issueLater(campaign, user)));
        return asked.stream().map(future -> await(future)).toList();
    }

    private static List<String> users(int count) {
        return IntStream.range(0, count).mapToObj(i -> "user-" + i).toList();
    }

    private static List<Answer> successes(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 200).toList();
    }

    private static List<String> refusals(List<Answer> answers) {
        return answers.stream().filter(a -> a.status() != 200).map(Answer::reason).toList();
    }

    private static Set<Integer> ordinals(List<Answer> answers) {
        return successes(answers).stream()
                .map(answer -> answer.coupon().get("ordinal").getAsInt())
                .collect(Collectors.toSet());
    }

    private static Set<String> codesOf(List<Answer> answers) {
        return successes(answers).stream()
                .map(answer -> answer.coupon().get("code").getAsString())
                .collect(Collectors.toSet());
    }

    private static Set<String> codes(Answer campaign) {
        return campaign.body().getAsJsonArray("couponCodes").asList().stream()
                .map(JsonElement::getAsString)
                .collect(Collectors.toSet());
    }

    private static String violatedField(Answer answer) {
        return answer.detail("google.rpc.BadRequest")
                .getAsJsonArray("fieldViolations")
                .get(0)
                .getAsJsonObject()
                .get("field")
                .getAsString();
    }
}
