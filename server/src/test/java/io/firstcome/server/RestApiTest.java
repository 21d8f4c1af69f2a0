package io.firstcome.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

/// Every call of the API over REST.
class RestApiTest extends RestTest {
    @Test
    void aCampaignIsCreatedAndFoundWhereTheAnswerSays() {
        Rest.Answer created = admin.send("POST", "/v1/campaigns", terms("가을"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("etag")).isEqualTo("\"1\"");
        assertThat(created.header("location"))
                .isEqualTo("/v1/campaigns/" + created.text("campaignId"));
        Rest.Answer found = admin.get(created.header("location"));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text("campaign.name")).isEqualTo("가을");
        assertThat(found.header("etag")).isEqualTo("\"1\"");
        assertThat(found.header("cache-control")).isEqualTo("no-store");
    }

    @Test
    void campaignsAreListedPageByPage() {
        server.createOpen("a", 1);
        server.createOpen("b", 1);
        Rest.Answer first = admin.get("/v1/campaigns?pageSize=1");
        assertThat(first.body().getAsJsonArray("campaigns")).hasSize(1);
        Rest.Answer second =
                admin.get("/v1/campaigns?pageSize=1&pageToken=" + first.text("nextPageToken"));
        assertThat(second.body().toString()).contains("\"campaignId\":\"b\"");
        assertThat(second.body().has("nextPageToken")).isFalse();
    }

    @Test
    void aCampaignShowsItsCodesUnlessAskedNotTo() {
        server.createOpen("drop", 5);
        server.issue("drop", "ann");
        assertThat(admin.get("/v1/campaigns/drop").body().getAsJsonArray("couponCodes")).hasSize(1);
        assertThat(admin.get("/v1/campaigns/drop?view=BASIC").body().has("couponCodes")).isFalse();
        assertThat(admin.get("/v1/campaigns/drop/summary").text("campaign.issuedCount"))
                .isEqualTo("1");
    }

    @Test
    void aChangeWithAnOldEtagFailsItsPrecondition() {
        server.createOpen("drop", 5);
        String six = "{\"couponIssueLimit\":6}";
        Rest.Answer changed = admin.send("PATCH", "/v1/campaigns/drop", six, "if-match", "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("etag")).isEqualTo("\"2\"");
        Rest.Answer late = admin.send("PATCH", "/v1/campaigns/drop", six, "if-match", "\"1\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text("reason")).isEqualTo("ETAG_MISMATCH");
        assertThat(late.text("metadata.etag")).isEqualTo("2");
        Rest.Answer inBody =
                admin.send(
                        "PATCH", "/v1/campaigns/drop", "{\"etag\":\"1\",\"couponIssueLimit\":7}");
        assertThat(inBody.status()).isEqualTo(409);
        assertThat(admin.send("DELETE", "/v1/campaigns/drop", "", "if-match", "\"1\"").status())
                .isEqualTo(412);
    }

    @Test
    void aCampaignIsPausedResumedAndEnded() {
        server.createOpen("drop", 5);
        assertThat(act("drop:pause").text("campaign.state")).isEqualTo("PAUSED");
        assertThat(act("drop:resume").text("campaign.state")).isEqualTo("OPEN");
        assertThat(act("drop:end").text("campaign.state")).isEqualTo("ENDED");
    }

    private Rest.Answer act(String campaignAndVerb) {
        return admin.send("POST", "/v1/campaigns/" + campaignAndVerb, "");
    }

    @Test
    void aCampaignIsDeleted() {
        server.createOpen("drop", 5);
        assertThat(admin.send("DELETE", "/v1/campaigns/drop?etag=1", "").status()).isEqualTo(200);
        Rest.Answer gone = admin.get("/v1/campaigns/drop");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.text("reason")).isEqualTo("NOT_FOUND");
    }

    @Test
    void couponsAreIssuedAndListed() {
        server.createOpen("drop", 5);
        String coupons = "/v1/campaigns/drop/coupons";
        Rest.Answer issued = issue.send("POST", coupons, "{\"userId\":\"앤 /?\"}");
        assertThat(issued.status()).isEqualTo(200);
        assertThat(issued.text("coupon.ordinal")).isEqualTo("1");
        Rest.Answer again = issue.send("POST", coupons, "{\"userId\":\"앤 /?\"}");
        assertThat(again.text("alreadyIssued")).isEqualTo("true");
        assertThat(again.text("coupon.code")).isEqualTo(issued.text("coupon.code"));
        assertThat(admin.get(coupons + "?pageSize=10").body().getAsJsonArray("coupons"))
                .containsExactly(issued.body().get("coupon"));
        assertThat(
                        issue.get("/v1/users/%EC%95%A4%20%2F%3F/coupons?campaignId=drop")
                                .body()
                                .getAsJsonArray("coupons"))
                .containsExactly(issued.body().get("coupon"));
    }

    @Test
    void refusalsAreProblemsInBothLanguages() {
        server.create("later", 5, Instant.now().plusSeconds(3_600));
        Rest.Answer refused =
                issue.send("POST", "/v1/campaigns/later/coupons", "{\"userId\":\"ann\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("content-type")).isEqualTo("application/problem+json");
        assertThat(refused.text("type")).isEqualTo("tag:firstcome.io,2026:NOT_STARTED");
        assertThat(refused.text("title")).isEqualTo("Not started");
        assertThat(refused.text("messages.ko-KR")).isEqualTo("캠페인이 아직 시작되지 않았습니다.");
        assertThat(refused.text("metadata.startsAt")).endsWith("Z");
        assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(3_590, 3_601);
    }

    @Test
    void theClockIsTold() {
        assertThat(issue.get("/v1/server-time").text("serverTime")).endsWith("Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "GET | /v1/campaigns?pagesize=1 | 400 | INVALID | pagesize: unknown parameter",
                "GET | /v1/campaigns?pageSize=-1 | 400 | INVALID | pageSize: -1",
                "POST | /v1/campaigns | 400 | INVALID | issuanceStartTime: missing",
                "GET | /v1/campaigns/a%20b | 400 | INVALID | campaignId: \"a b\"",
                "GET | /v1/nothing | 404 | UNSUPPORTED | path: ",
                "PUT | /v1/campaigns | 405 | UNSUPPORTED | method: \"PUT\" (expected: GET, HEAD, P",
            })
    void whatIsWrongIsNamed(String verb, String path, int status, String reason, String detail) {
        Rest.Answer answer = admin.send(verb, path, "");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("reason")).isEqualTo(reason);
        assertThat(answer.text("detail")).startsWith(detail);
        assertThat(answer.text("messages.ko-KR")).isNotEmpty();
    }

    private static String terms(String name) {
        return "{\"name\":\"%s\",\"issuanceStartTime\":\"2025-01-01T00:00:00+09:00\"}"
                .formatted(name);
    }
}
