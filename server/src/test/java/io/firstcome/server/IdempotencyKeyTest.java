package io.firstcome.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A campaign that is created with an idempotency key is created once.
class IdempotencyKeyTest {
    @TempDir private Path directory;
    private TestServer server;
    private Rest admin;

    @BeforeEach
    void start() {
        server = new TestServer(directory);
        admin = new Rest(server.adminPort());
    }

    @AfterEach
    void stop() {
        admin.close();
        server.close();
    }

    @Test
    void theSameKeyAndRequestAnswerTheSameCampaign() {
        String id = create("k", terms("a")).text("campaignId");
        Rest.Answer again = create("k", terms("a"));
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("campaignId")).isEqualTo(id);
        assertThat(campaigns()).isEqualTo(1);
    }

    @Test
    void howTheRequestIsWrittenDoesNotMatter() {
        String id = create("k", terms("a")).text("campaignId");
        String same = "{ \"issuanceStartTime\": \"2024-12-31T15:00:00Z\", \"name\": \"\\u0061\" }";
        assertThat(create("k", same).text("campaignId")).isEqualTo(id);
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        create("k", terms("a"));
        Rest.Answer refused = create("k", terms("b"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("reason")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(refused.text("messages.ko-KR")).contains("Idempotency-Key");
        assertThat(campaigns()).isEqualTo(1);
    }

    @Test
    void anotherKeyIsAnotherCampaign() {
        String id = create("k", terms("a")).text("campaignId");
        assertThat(create("l", terms("a")).text("campaignId")).isNotEqualTo(id);
        assertThat(admin.send("POST", "/v1/campaigns", terms("a")).text("campaignId")).hasSize(13);
        assertThat(campaigns()).isEqualTo(3);
    }

    @Test
    void changesAndRestartsDoNotMatter() {
        String id = create("k", terms("a")).text("campaignId");
        admin.send("PATCH", "/v1/campaigns/" + id, "{\"name\":\"c\"}");
        admin.send("POST", "/v1/campaigns/" + id + ":end", "");
        stop();
        start();
        Rest.Answer again = create("k", terms("a"));
        assertThat(again.text("campaignId")).isEqualTo(id);
        assertThat(again.text("campaign.name")).isEqualTo("c");
        assertThat(again.text("campaign.state")).isEqualTo("ENDED");
        assertThat(create("k", terms("c")).text("reason")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void manyAtOnceCreateOneAndAgreeOnWhichRequestItIs() {
        List<CompletableFuture<Rest.Answer>> answers =
                IntStream.range(0, 40)
                        .mapToObj(i -> createLater("k", terms(i % 2 == 0 ? "a" : "b")))
                        .toList();
        Set<String> outcomes =
                answers.stream()
                        .map(TestServer::await)
                        .map(IdempotencyKeyTest::outcome)
                        .collect(Collectors.toSet());
        assertThat(outcomes).hasSize(2).contains("IDEMPOTENCY_KEY_REUSED");
        assertThat(campaigns()).isEqualTo(1);
    }

    private static String outcome(Rest.Answer answer) {
        return answer.status() == 201 ? answer.text("campaignId") : answer.text("reason");
    }

    @Test
    void rpcsHaveKeysToo() {
        String id = create("k", terms("a")).text("campaignId");
        Rest.Answer rpc =
                admin.send(
                        "POST",
                        "/admin.v1.CampaignService/CreateCampaign",
                        terms("a"),
                        "idempotency-key",
                        "k");
        assertThat(rpc.status()).isEqualTo(200);
        assertThat(rpc.text("campaignId")).isEqualTo(id);
    }

    @Test
    void anOwnIdHasAKeyToo() {
        assertThat(create("k", owned("mine", "a")).text("campaignId")).isEqualTo("mine");
        assertThat(create("k", owned("mine", "a")).status()).isEqualTo(201);
        assertThat(create("k", owned("mine", "b")).text("reason"))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(create("k", owned("other", "a")).text("reason"))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(create("k", terms("a")).text("reason")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(create("l", owned("mine", "b")).text("reason")).isEqualTo("ALREADY_EXISTS");
        assertThat(campaigns()).isEqualTo(1);
    }

    @Test
    void anOwnIdIsKnownAgainAfterARestartUnlessItWasChanged() {
        create("k", owned("mine", "a"));
        stop();
        start();
        assertThat(create("k", owned("mine", "a")).text("campaignId")).isEqualTo("mine");
        admin.send("PATCH", "/v1/campaigns/mine", "{\"name\":\"c\"}");
        assertThat(create("k", owned("mine", "a")).text("campaign.name")).isEqualTo("c");
        stop();
        start();
        assertThat(create("k", owned("mine", "a")).text("reason")).isEqualTo("ALREADY_EXISTS");
    }

    @Test
    void aKeyCanBeUsedAgainWhenItsCampaignIsDeleted() {
        create("k", owned("mine", "a"));
        admin.send("DELETE", "/v1/campaigns/mine", "");
        server.createOpen("mine", 1);
        assertThat(create("k", terms("b")).status()).isEqualTo(201);
    }

    private static String owned(String id, String name) {
        return "{\"campaignId\":\"" + id + "\"," + terms(name).substring(1);
    }

    @Test
    void aRefusedRequestDoesNotUseTheKeyUp() {
        assertThat(create("k", "{\"name\":\"a\"}").status()).isEqualTo(400);
        assertThat(create("k", terms("a")).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b"})
    void aKeyHasToBeVisible(String key) {
        Rest.Answer refused = create(key, terms("a"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("detail")).startsWith("idempotency-key: ");
    }

    private Rest.Answer create(String key, String terms) {
        return TestServer.await(createLater(key, terms));
    }

    private CompletableFuture<Rest.Answer> createLater(String key, String terms) {
        return admin.sendLater("POST", "/v1/campaigns", terms, "idempotency-key", key);
    }

    private int campaigns() {
        return admin.get("/v1/campaigns").body().getAsJsonArray("campaigns").size();
    }

    private static String terms(String name) {
        return "{\"name\":\"%s\",\"issuanceStartTime\":\"2025-01-01T00:00:00+09:00\"}"
                .formatted(name);
    }
}
