package io.firstcome.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import io.firstcome.server.TestServer.Answer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

class AdminApiTest {
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
    void aCampaignWithoutAnIdGetsOne() {
        Answer first = call("CreateCampaign", terms(""));
        Answer second = call("CreateCampaign", terms(""));
        assertThat(first.body().get("campaignId").getAsString()).matches("[0-9a-z]{13}");
        assertThat(first.body().get("campaignId")).isNotEqualTo(second.body().get("campaignId"));
    }

    @Test
    void anIdThatExistsIsRefusedAndLeavesTheCampaignAsItIs() {
        call("CreateCampaign", terms("\"campaignId\":\"mine\",\"couponIssueLimit\":5,"));
        Answer again = call("CreateCampaign", terms("\"campaignId\":\"mine\","));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.reason()).isEqualTo("ALREADY_EXISTS");
        assertThat(campaign("mine").get("couponIssueLimit").getAsInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', issuanceStartTime",
        "'{\"name\":\"\",\"issuanceStartTime\":\"2025-01-01T00:00:00Z\"}', name",
        "'{\"name\":\"a\\nb\",\"issuanceStartTime\":\"2025-01-01T00:00:00Z\"}', name",
        "'{\"name\":\"x\",\"issuanceStartTime\":7}', issuanceStartTime",
        "'{\"name\":\"x\",\"issuanceStartTime\":\"2025-01-01T00:00:00Z\",\"limit\":1}', limit",
        "'{\"name\":\"x\",\"issuanceStartTime\":\"2025-01-01T00:00:00Z\",\"campaignId\":\"a b\"}',"
                + " campaignId"
    })
    void badFieldsAreNamed(String json, String field) {
        Answer answer = call("CreateCampaign", json);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail("google.rpc.BadRequest").toString())
                .contains("\"field\":\"" + field + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01T00:00:00Z, END_NOT_AFTER_START",
        "2025-01-02T00:00:00Z, END_IN_THE_PAST"
    })
    void endsThatMakeNoSenseAreRefused(String end, String reason) {
        Answer answer = call("CreateCampaign", terms("\"issuanceEndTime\":\"" + end + "\","));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.reason()).isEqualTo(reason);
    }

    @Test
    void theStateFollowsTheCampaignsLife() {
        server.create("life", 1, Instant.now().plusSeconds(3_600));
        assertThat(state("life")).isEqualTo("SCHEDULED");
        call(
                "UpdateCampaign",
                "{\"campaignId\":\"life\",\"issuanceStartTime\":\"2025-01-01T00:00:00Z\"}");
        assertThat(state("life")).isEqualTo("OPEN");
        call("PauseCampaign", id("life"));
        assertThat(state("life")).isEqualTo("PAUSED");
        assertThat(server.issue("life", "u").reason()).isEqualTo("PAUSED");
        call("ResumeCampaign", id("life"));
        assertThat(server.issue("life", "u").status()).isEqualTo(200);
        assertThat(state("life")).isEqualTo("SOLD_OUT");
        call("EndCampaign", id("life"));
        assertThat(state("life")).isEqualTo("ENDED");
        assertThat(server.issue("life", "v").reason()).isEqualTo("ENDED");
        assertThat(server.issue("life", "u").body().get("alreadyIssued").getAsBoolean()).isTrue();
        assertThat(call("ResumeCampaign", id("life")).reason()).isEqualTo("ENDED");
    }

    @Test
    void anOldEtagIsRefusedAndTheAnswerTellsTheNewOne() {
        server.createOpen("guarded", 5);
        String update = "{\"campaignId\":\"guarded\",\"etag\":\"%s\",\"couponIssueLimit\":%d}";
        assertThat(call("UpdateCampaign", update.formatted("1", 6)).status()).isEqualTo(200);
        Answer late = call("UpdateCampaign", update.formatted("1", 7));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.reason()).isEqualTo("ETAG_MISMATCH");
        assertThat(campaign("guarded").get("couponIssueLimit").getAsInt()).isEqualTo(6);
        assertThat(call("DeleteCampaign", "{\"campaignId\":\"guarded\",\"etag\":\"x\"}").reason())
                .isEqualTo("ETAG_MISMATCH");
    }

    @Test
    void theMaskClearsALimit() {
        server.createOpen("wide", 1);
        server.issue("wide", "a");
        assertThat(server.issue("wide", "b").reason()).isEqualTo("SOLD_OUT");
        call("UpdateCampaign", "{\"campaignId\":\"wide\",\"updateMask\":\"couponIssueLimit\"}");
        assertThat(campaign("wide").has("couponIssueLimit")).isFalse();
        assertThat(server.issue("wide", "b").status()).isEqualTo(200);
    }

    @Test
    void anUpdateThatNamesNothingIsRefused() {
        server.createOpen("same", 1);
        assertThat(call("UpdateCampaign", id("same")).status()).isEqualTo(400);
        assertThat(
                        call("UpdateCampaign", "{\"campaignId\":\"same\",\"updateMask\":\"state\"}")
                                .status())
                .isEqualTo(400);
    }

    @Test
    void aMaskedStartWithoutATimeIsRefusedAndOpensNothing() {
        server.create("later", 1, Instant.now().plusSeconds(3_600));
        String mask = "\"updateMask\":\"name,issuanceStartTime\"";
        String update = "{\"campaignId\":\"later\",\"name\":\"y\"," + mask + "}";
        assertThat(call("UpdateCampaign", update).status()).isEqualTo(400);
        assertThat(state("later")).isEqualTo("SCHEDULED");
        assertThat(campaign("later").get("name").getAsString()).isEqualTo("시험");
    }

    @Test
    void anEmptyMaskTakesTheFieldsThatAreThere() {
        server.createOpen("named", 1);
        String fields = "\"name\":\"new\",\"updateMask\":\"\"";
        call("UpdateCampaign", "{\"campaignId\":\"named\"," + fields + "}");
        assertThat(campaign("named").get("name").getAsString()).isEqualTo("new");
    }

    @Test
    void unknownCampaignsAreNotFoundEverywhere() {
        for (String method :
                List.of(
                        "GetCampaign",
                        "GetSimpleCampaign",
                        "PauseCampaign",
                        "ResumeCampaign",
                        "EndCampaign",
                        "DeleteCampaign",
                        "ListCoupons")) {
            Answer answer = call(method, id("nowhere"));
            assertThat(answer.status()).as(method).isEqualTo(404);
            assertThat(answer.reason()).as(method).isEqualTo("NOT_FOUND");
        }
    }

    @Test
    void campaignsAreListedPageByPage() {
        List<String> created = IntStream.range(0, 25).mapToObj(i -> "c" + i).toList();
        created.forEach(id -> server.createOpen(id, 1));
        assertThat(pages("ListCampaigns", "", "campaigns", "campaignId")).isEqualTo(created);
    }

    @Test
    void couponsAreListedPageByPageInOrderOfIssue() {
        server.createOpen("drop", 0);
        List<String> users = IntStream.range(0, 35).mapToObj(i -> "user" + i).toList();
        users.forEach(user -> server.issue("drop", user));
        assertThat(pages("ListCoupons", "\"campaignId\":\"drop\",", "coupons", "userId"))
                .isEqualTo(users);
    }

    @Test
    void theBasicViewLeavesTheCodesOut() {
        server.createOpen("drop", 3);
        server.issue("drop", "a");
        assertThat(call("GetCampaign", id("drop")).body().getAsJsonArray("couponCodes")).hasSize(1);
        Answer basic = call("GetCampaign", "{\"campaignId\":\"drop\",\"view\":\"BASIC\"}");
        assertThat(basic.body().has("couponCodes")).isFalse();
        assertThat(basic.campaign()).isEqualTo(call("GetSimpleCampaign", id("drop")).campaign());
    }

    @Test
    void aCampaignsManyCodesAreAllThereAndAsIssued() {
        server.createOpen("large", 0);
        List<String> codes =
                IntStream.range(0, 2_500)
                        .mapToObj(i -> server.issueLater("large", "user" + i))
                        .toList()
                        .stream()
                        .map(TestServer::await)
                        .map(answer -> answer.coupon().get("code").getAsString())
                        .toList();
        List<String> told =
                call("GetCampaign", id("large"))
                        .body()
                        .getAsJsonArray("couponCodes")
                        .asList()
                        .stream()
                        .map(JsonElement::getAsString)
                        .toList();
        assertThat(told).hasSize(2_500).containsExactlyInAnyOrderElementsOf(codes);
    }

    private List<String> pages(String method, String fields, String list, String field) {
        List<String> values = new ArrayList<>();
        String token = "";
        do {
            String request = "{%s\"pageSize\":10,\"pageToken\":\"%s\"}".formatted(fields, token);
            JsonObject page = call(method, request).body();
            page.getAsJsonArray(list)
                    .forEach(e -> values.add(e.getAsJsonObject().get(field).getAsString()));
            token = page.has("nextPageToken") ? page.get("nextPageToken").getAsString() : "";
        } while (!token.isEmpty());
        return values;
    }

    private Answer call(String method, String json) {
        return server.campaigns(method, json);
    }

    private JsonObject campaign(String id) {
        return call("GetSimpleCampaign", id(id)).campaign();
    }

    private String state(String id) {
        return campaign(id).get("state").getAsString();
    }

    private static String id(String campaign) {
        return "{\"campaignId\":\"" + campaign + "\"}";
    }

    private static String terms(String more) {
        return "{" + more + "\"name\":\"x\",\"issuanceStartTime\":\"2025-01-01T00:00:00Z\"}";
    }
}
