package io.firstcome.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import io.firstcome.server.TestServer.Answer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

class IssueApiTest {
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
    void aRefusalSaysItsReasonInBothLanguages() {
        server.createOpen("drop", 1);
        server.issue("drop", "first");
        Answer refusal = server.issue("drop", "second");
        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.body().get("code").getAsString()).isEqualTo("resource_exhausted");
        assertThat(refusal.body().get("message").getAsString())
                .isEqualTo("All coupons are issued.");
        assertThat(refusal.reason()).isEqualTo("SOLD_OUT");
        assertThat(refusal.detail("google.rpc.LocalizedMessage").get("message").getAsString())
                .isEqualTo("쿠폰이 모두 소진되었습니다.");
    }

    @Test
    void whoComesEarlyIsToldWhenItStartsAndWhatTimeItIs() {
        Instant start = Instant.parse("2100-01-01T00:00:00Z");
        server.create("later", 1, start);
        Answer refusal = server.issue("later", "early");
        assertThat(refusal.status()).isEqualTo(400);
        JsonObject facts = refusal.detail("google.rpc.ErrorInfo").getAsJsonObject("metadata");
        assertThat(facts.get("startsAt").getAsString()).isEqualTo(start.toString());
        Instant serverTime = Instant.parse(facts.get("serverTime").getAsString());
        assertThat(serverTime).isBetween(Instant.now().minusSeconds(60), Instant.now());
        String delay = refusal.detail("google.rpc.RetryInfo").get("retryDelay").getAsString();
        Duration hint = Duration.parse("PT" + delay.replace("s", "S"));
        assertThat(hint)
                .isBetween(
                        Duration.between(serverTime, start).minusSeconds(1),
                        Duration.between(serverTime, start).plusSeconds(1));
    }

    @Test
    void aCampaignOpensByItselfAtItsStart() {
        Instant start = Instant.now().plusMillis(700);
        server.create("soon", 1, start);
        Answer answer = server.issue("soon", "eager");
        while (answer.status() != 200) {
            assertThat(answer.reason()).isEqualTo("NOT_STARTED");
            assertThat(Instant.now()).isBefore(start.plusSeconds(30));
            answer = server.issue("soon", "eager");
        }
        assertThat(Instant.parse(answer.coupon().get("issuedAt").getAsString()))
                .isAfterOrEqualTo(start.truncatedTo(java.time.temporal.ChronoUnit.MICROS));
    }

    @Test
    void somebodysCouponsAreListedNewestCampaignFirst() {
        for (String campaign : new String[] {"a", "b", "c"}) {
            server.createOpen(campaign, 5);
            server.issue(campaign, "other");
            server.issue(campaign, "me");
        }
        JsonArray coupons = userCoupons("{\"userId\":\"me\"}");
        assertThat(coupons).hasSize(3);
        assertThat(coupons.get(0)).isEqualTo(server.issue("c", "me").coupon());
        assertThat(coupons.get(2)).isEqualTo(server.issue("a", "me").coupon());
        JsonArray one = userCoupons("{\"userId\":\"me\",\"campaignId\":\"b\"}");
        assertThat(one).hasSize(1);
        assertThat(one.get(0)).isEqualTo(server.issue("b", "me").coupon());
        assertThat(server.issues("GetUserCoupons", "{\"userId\":\"nobody\"}").body().size())
                .isZero();
    }

    @Test
    void theServerTellsItsTime() {
        Instant before = Instant.now().minusMillis(1);
        Answer answer = server.issues("GetServerTime", "{}");
        assertThat(Instant.parse(answer.body().get("serverTime").getAsString()))
                .isBetween(before, Instant.now());
    }

    @Test
    void theOperatorsEndpointsAnswer() {
        server.createOpen("drop", 1);
        server.issue("drop", "a");
        server.issue("drop", "b");
        assertThat(server.get("/livez").statusCode()).isEqualTo(200);
        assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
        assertThat(server.get("/nothing").statusCode()).isEqualTo(404);
        assertThat(server.get("/metrics").body())
                .contains("firstcome_issue_seconds_count{outcome=\"issued\"} 1")
                .contains("firstcome_issue_seconds_count{outcome=\"sold_out\"} 1")
                .contains("firstcome_batch_size_count", "firstcome_queue_depth ")
                .contains("firstcome_queue_wait_seconds_count", "firstcome_commit_seconds_count")
                .contains("firstcome_opening_lag_seconds_count 0");
        assertThat(server.get("/actuator/prometheus").body()).contains("firstcome_issue_seconds");
    }

    @Test
    void theThreeCommandsOfTheUsualReadmeWorkAsPrinted() {
        Answer created =
                server.campaigns(
                        "CreateCampaign",
                        """
                        {
                            "name": "캠페인1",
                            "couponIssueLimit": 1000,
                            "issuanceStartTime": "2025-06-23T20:57:00+09:00"
                          }\
                        """);
        String id = created.body().get("campaignId").getAsString();
        Answer got = server.campaigns("GetCampaign", "{\n    \"campaignId\": \"" + id + "\"\n  }");
        assertThat(got.campaign().get("name").getAsString()).isEqualTo("캠페인1");
        Answer issued =
                server.issues(
                        "IssueCoupon",
                        """
                        {
                            "campaignId": "%s",
                            "userId": "test"
                          }\
                        """
                                .formatted(id));
        assertThat(issued.coupon().get("code").getAsString()).hasSize(10);
    }

    private JsonArray userCoupons(String json) {
        return server.issues("GetUserCoupons", json).body().getAsJsonArray("coupons");
    }
}
