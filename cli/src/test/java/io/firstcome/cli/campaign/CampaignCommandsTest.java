package io.firstcome.cli.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.cli.Cli;
import io.firstcome.cli.Cli.Run;
import io.firstcome.cli.RecordingServer;
import io.firstcome.cli.RecordingServer.Request;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

class CampaignCommandsTest {
    private static final String SPRING =
            """
            {"campaignId":"spring","campaign":{"campaignId":"spring","name":"봄","couponIssueLimit":\
            1000,"issuanceStartTime":"2025-06-23T11:57:00Z","state":"OPEN","issuedCount":17,\
            "remainingCount":983,"etag":"3","fieldOfALaterVersion":true}}\
            """;

    private static final String SPRING_SHOWN =
            """
            spring  OPEN
              name     봄
              coupons  17 issued of 1,000, 983 left
              starts   2025-06-23 20:57:00 +09:00
              ends     never
              etag     3
            """;

    private final RecordingServer server = new RecordingServer();

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void createSendsWhatWasAskedForAndShowsTheCampaign() {
        server.answers(200, SPRING);

        Run run =
                campaign(
                        "create",
                        "봄",
                        "--coupons",
                        "1000",
                        "--start",
                        "2025-06-23T20:57:00+09:00",
                        "--end",
                        "+5m",
                        "--id",
                        "spring");

        assertThat(run).isEqualTo(new Run(0, SPRING_SHOWN, ""));
        assertThat(server.requests())
                .containsExactly(
                        new Request(
                                "/admin.v1.CampaignService/CreateCampaign",
                                "application/json",
                                "{\"name\":\"봄\",\"couponIssueLimit\":1000,"
                                        + "\"issuanceStartTime\":\"2025-06-23T11:57:00Z\","
                                        + "\"issuanceEndTime\":\"2025-06-23T12:01:50Z\","
                                        + "\"campaignId\":\"spring\"}"));
    }

    @Test
    void createOfAnUnlimitedCampaignSendsNoLimit() {
        server.answers(200, SPRING);

        campaign("create", "x", "--coupons", "unlimited", "--start", "now", "--end", "never");

        assertThat(bodies())
                .containsExactly("{\"name\":\"x\",\"issuanceStartTime\":\"2025-06-23T11:56:50Z\"}");
    }

    @Test
    void jsonIsPrintedAsTheServerWroteIt() {
        server.answers(200, SPRING);

        assertThat(campaign("get", "spring", "--json")).isEqualTo(new Run(0, SPRING + "\n", ""));
    }

    @Test
    void getDoesNotAskForTheCodes() {
        server.answers(200, SPRING);

        assertThat(campaign("get", "spring").out()).isEqualTo(SPRING_SHOWN);
        assertThat(bodies()).containsExactly("{\"campaignId\":\"spring\",\"view\":\"BASIC\"}");
    }

    @Test
    void unlimitedAndEndAreShown() {
        server.answers(
                200,
                "{\"campaign\":{\"campaignId\":\"x\",\"issuanceStartTime\":"
                        + "\"2025-06-23T11:57:00.250Z\",\"issuanceEndTime\":"
                        + "\"2025-06-24T00:00:00Z\",\"state\":\"SCHEDULED\"}}");

        assertThat(campaign("get", "x").out())
                .contains("x  SCHEDULED\n")
                .contains("coupons  0 issued of unlimited\n")
                .contains("starts   2025-06-23 20:57:00.25 +09:00\n")
                .contains("ends     2025-06-24 09:00:00 +09:00\n");
    }

    @Test
    void listShowsAllPagesAsOneTable() {
        server.answers(
                200,
                "{\"campaigns\":[{\"campaignId\":\"a\",\"name\":\"봄\",\"couponIssueLimit\":5,"
                        + "\"issuanceStartTime\":\"2025-06-23T11:57:00Z\",\"state\":\"SOLD_OUT\","
                        + "\"issuedCount\":5}],\"nextPageToken\":\"t1\"}");
        server.answers(
                200,
                "{\"campaigns\":[{\"campaignId\":\"b\",\"name\":\"여름\","
                        + "\"issuanceStartTime\":\"2025-07-23T11:57:00Z\","
                        + "\"state\":\"SCHEDULED\"}]}");

        assertThat(campaign("list").out())
                .isEqualTo(
                        """
                        ID  STATE     ISSUED  OF  STARTS                      NAME
                        a   SOLD_OUT  5       5   2025-06-23 20:57:00 +09:00  봄
                        b   SCHEDULED  0       unlimited  2025-07-23 20:57:00 +09:00  여름
                        """);
        assertThat(bodies())
                .containsExactly("{\"pageSize\":1000}", "{\"pageSize\":1000,\"pageToken\":\"t1\"}");
    }

    @Test
    void listOfNothingSaysHowToMakeOne() {
        server.answers(200, "{}");

        assertThat(campaign("list").out())
                .isEqualTo(
                        "There are no campaigns. Make one: ./firstcome campaign create --help\n");
    }

    @Test
    void updateSendsOnlyWhatChanges() {
        server.answers(200, SPRING).answers(200, SPRING);

        campaign("update", "spring", "--coupons", "2000", "--etag", "3");
        campaign("update", "spring", "--name", "여름", "--start", "+10s", "--end", "+2h");

        assertThat(bodies())
                .containsExactly(
                        "{\"campaignId\":\"spring\",\"etag\":\"3\",\"couponIssueLimit\":2000,"
                                + "\"updateMask\":\"couponIssueLimit\"}",
                        "{\"campaignId\":\"spring\",\"name\":\"여름\","
                                + "\"issuanceStartTime\":\"2025-06-23T11:57:00Z\","
                                + "\"issuanceEndTime\":\"2025-06-23T13:56:50Z\","
                                + "\"updateMask\":\"name,issuanceStartTime,issuanceEndTime\"}");
    }

    @Test
    void updateClearsTheLimitAndTheEnd() {
        server.answers(200, SPRING);

        campaign("update", "spring", "--coupons", "unlimited", "--end", "never");

        assertThat(bodies())
                .containsExactly(
                        "{\"campaignId\":\"spring\","
                                + "\"updateMask\":\"couponIssueLimit,issuanceEndTime\"}");
    }

    @Test
    void updateOfNothingIsNotSent() {
        Run run = campaign("update", "spring");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("What shall change?");
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "pause, PauseCampaign",
        "resume, ResumeCampaign",
        "end, EndCampaign",
    })
    void aChangeOfStateSendsTheCampaignAndShowsIt(String command, String method) {
        server.answers(200, SPRING);

        assertThat(campaign(command, "spring", "--etag", "3").out()).isEqualTo(SPRING_SHOWN);
        assertThat(server.requests().getFirst().path())
                .isEqualTo("/admin.v1.CampaignService/" + method);
        assertThat(bodies()).containsExactly("{\"campaignId\":\"spring\",\"etag\":\"3\"}");
    }

    @Test
    void deleteSaysThatItIsDone() {
        server.answers(200, "{}");

        assertThat(campaign("delete", "spring")).isEqualTo(new Run(0, "Deleted spring.\n", ""));
    }

    @Test
    void couponsPagesThroughAll() {
        server.answers(200, coupons(1, 2, "t1")).answers(200, coupons(3, 3, ""));

        assertThat(campaign("coupons", "spring").out())
                .isEqualTo(
                        """
                        ORDINAL  CODE                ISSUED                      USER
                        1        가나다라마0123바사  2025-06-23 20:57:00 +09:00  user-1
                        2        가나다라마0123바사  2025-06-23 20:57:00 +09:00  user-2
                        3        가나다라마0123바사  2025-06-23 20:57:00 +09:00  user-3
                        """);
        assertThat(bodies())
                .containsExactly(
                        "{\"campaignId\":\"spring\",\"pageSize\":5000}",
                        "{\"campaignId\":\"spring\",\"pageSize\":5000,\"pageToken\":\"t1\"}");
    }

    @Test
    void couponsStopsAtTheLimit() {
        server.answers(200, coupons(1, 2, "t1")).answers(200, coupons(3, 3, "t2"));

        assertThat(campaign("coupons", "spring", "--limit", "3").out().lines()).hasSize(4);
        assertThat(bodies())
                .containsExactly(
                        "{\"campaignId\":\"spring\",\"pageSize\":3}",
                        "{\"campaignId\":\"spring\",\"pageSize\":1,\"pageToken\":\"t1\"}");
    }

    @Test
    void couponsInJsonAreOneReplyPerLine() {
        server.answers(200, coupons(1, 2, "t1")).answers(200, coupons(3, 3, ""));

        assertThat(campaign("coupons", "spring", "--json").out())
                .isEqualTo(coupons(1, 2, "t1") + "\n" + coupons(3, 3, "") + "\n");
    }

    @Test
    void whatAUserChoseCanNotSteerTheTerminal() {
        server.answers(
                200,
                "{\"coupons\":[{\"ordinal\":1,\"code\":\"가\",\"userId\":\"\\u001b[2Jx\\n\"}]}");

        assertThat(campaign("coupons", "spring").out()).endsWith("  \\u001b[2Jx\\u000a\n");
    }

    private Run campaign(String... args) {
        List<String> all = new ArrayList<>(List.of("campaign"));
        all.addAll(List.of(args));
        all.addAll(List.of("--admin", server.url()));
        return Cli.run(all.toArray(String[]::new));
    }

    private List<String> bodies() {
        return server.requests().stream().map(Request::body).toList();
    }

    private static String coupons(int first, int last, String nextPageToken) {
        List<String> coupons = new ArrayList<>();
        for (int ordinal = first; ordinal <= last; ordinal++) {
            coupons.add(
                    """
                    {"campaignId":"spring","userId":"user-%d","ordinal":%d,\
                    "code":"가나다라마0123바사","issuedAt":"2025-06-23T11:57:00Z"}\
                    """
                            .formatted(ordinal, ordinal));
        }
        return "{\"coupons\":[%s],\"nextPageToken\":\"%s\"}"
                .formatted(String.join(",", coupons), nextPageToken);
    }
}
