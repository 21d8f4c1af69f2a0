package io.firstcome.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

@Timeout(60)
class StreamsTest {
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

    private ServerStream open(String method, String request) throws IOException {
        return new ServerStream(server.adminPort(), "/admin.v1.CampaignService/" + method, request);
    }

    @Test
    void aWatchTellsHowItStandsThenWhatChangesThenTheEnd() throws IOException {
        server.createOpen("drop", 3);
        try (ServerStream watch = open("WatchCampaign", "{\"campaignId\":\"drop\"}")) {
            JsonObject first = watch.next();
            assertThat(campaign(first).get("state").getAsString()).isEqualTo("OPEN");
            assertThat(issued(first)).isZero();
            assertThat(first.has("serverTime")).isTrue();
            server.issue("drop", "a");
            server.issue("drop", "b");
            assertThat(issued(untilIssued(watch, 2))).isEqualTo(2);
            server.issue("drop", "c");
            JsonObject soldOut = untilIssued(watch, 3);
            assertThat(campaign(soldOut).get("state").getAsString()).isEqualTo("SOLD_OUT");
            assertThat(soldOut.get("issuedPerSecond").getAsDouble()).isPositive();
            server.campaigns("EndCampaign", "{\"campaignId\":\"drop\"}");
            JsonObject last = soldOut;
            for (JsonObject next = watch.next(); !watch.isEnd(next); next = watch.next()) {
                last = next;
            }
            assertThat(campaign(last).get("state").getAsString()).isEqualTo("ENDED");
            assertThat(issued(last)).isEqualTo(3);
        }
    }

    private static JsonObject untilIssued(ServerStream watch, int count) throws IOException {
        JsonObject told = watch.next();
        while (issued(told) < count) {
            told = watch.next();
        }
        return told;
    }

    private static JsonObject campaign(JsonObject told) {
        return told.getAsJsonObject("campaign");
    }

    private static int issued(JsonObject told) {
        JsonElement issued = campaign(told).get("issuedCount");
        return issued == null ? 0 : issued.getAsInt();
    }

    @Test
    void whatDoesNotExistIsNotFoundAndWhatIsDeletedEndsItsWatch() throws IOException {
        try (ServerStream watch = open("WatchCampaign", "{\"campaignId\":\"none\"}")) {
            assertThat(error(watch.next())).isEqualTo("not_found");
        }
        server.createOpen("drop", 1);
        try (ServerStream watch = open("WatchCampaign", "{\"campaignId\":\"drop\"}")) {
            assertThat(campaign(watch.next()).get("campaignId").getAsString()).isEqualTo("drop");
            server.campaigns("DeleteCampaign", "{\"campaignId\":\"drop\"}");
            assertThat(error(watch.next())).isEqualTo("not_found");
        }
        try (ServerStream coupons =
                open("StreamCoupons", "{\"campaignId\":\"drop\",\"afterOrdinal\":-1}")) {
            JsonObject end = coupons.next();
            assertThat(error(end)).isEqualTo("invalid_argument");
        }
    }

    private static String error(JsonObject end) {
        return end.getAsJsonObject("error").get("code").getAsString();
    }

    @Test
    void couponsAreToldAsTheyAreIssuedWithoutAGap() throws IOException {
        server.createOpen("drop", 0);
        issue(0, 300);
        try (ServerStream coupons = open("StreamCoupons", "{\"campaignId\":\"drop\"}")) {
            List<Integer> ordinals = new ArrayList<>();
            take(coupons, ordinals, 300);
            issue(300, 700);
            take(coupons, ordinals, 700);
            server.campaigns("EndCampaign", "{\"campaignId\":\"drop\"}");
            assertThat(coupons.isEnd(coupons.next())).isTrue();
            assertThat(ordinals).isEqualTo(IntStream.rangeClosed(1, 700).boxed().toList());
        }
    }

    @Test
    void aStreamOfCouponsGoesOnWhereAnotherStopped() throws IOException {
        server.createOpen("drop", 0);
        issue(0, 50);
        server.campaigns("EndCampaign", "{\"campaignId\":\"drop\"}");
        try (ServerStream coupons =
                open("StreamCoupons", "{\"campaignId\":\"drop\",\"afterOrdinal\":47}")) {
            List<Integer> ordinals = new ArrayList<>();
            take(coupons, ordinals, 3);
            assertThat(ordinals).containsExactly(48, 49, 50);
            assertThat(coupons.isEnd(coupons.next())).isTrue();
        }
    }

    private void issue(int from, int to) {
        IntStream.range(from, to)
                .mapToObj(user -> server.issueLater("drop", "user-" + user))
                .toList()
                .forEach(TestServer::await);
    }

    private static void take(ServerStream coupons, List<Integer> ordinals, int count)
            throws IOException {
        while (ordinals.size() < count) {
            for (JsonElement coupon : coupons.next().getAsJsonArray("coupons")) {
                ordinals.add(coupon.getAsJsonObject().get("ordinal").getAsInt());
                assertThat(coupon.getAsJsonObject().get("code").getAsString()).hasSize(10);
            }
        }
    }

    @Test
    void aServerThatStopsEndsItsStreamsFirst() throws IOException {
        server.createOpen("drop", 1);
        try (ServerStream watch = open("WatchCampaign", "{\"campaignId\":\"drop\"}")) {
            watch.next();
            server.close();
            JsonObject end = watch.next();
            assertThat(error(end)).isEqualTo("unavailable");
        }
    }
}
