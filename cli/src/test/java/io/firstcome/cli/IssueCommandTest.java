package io.firstcome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.cli.Cli.Run;
import io.firstcome.cli.RecordingServer.Request;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

class IssueCommandTest {
    private static final String ISSUED =
            """
            {"coupon":{"campaignId":"spring","userId":"kim","ordinal":17,"code":"가나다라마0123바사",\
            "issuedAt":"2025-06-23T11:57:00.001500Z"}}\
            """;

    private final RecordingServer server = new RecordingServer();

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void aCouponIsShown() {
        server.answers(200, ISSUED);

        assertThat(Cli.run("issue", "spring", "kim", "--issue", server.url()))
                .isEqualTo(
                        new Run(
                                0,
                                """
                                가나다라마0123바사  issued
                                  ordinal  17
                                  user     kim
                                  at       2025-06-23 20:57:00.0015 +09:00
                                """,
                                ""));
        assertThat(server.requests())
                .containsExactly(
                        new Request(
                                "/issue.v1.IssueService/IssueCoupon",
                                "application/json",
                                "{\"campaignId\":\"spring\",\"userId\":\"kim\"}"));
    }

    @Test
    void aCouponOfAnEarlierRequestIsToldApart() {
        server.answers(200, ISSUED.replace("}}", "},\"alreadyIssued\":true}"));

        assertThat(Cli.run("issue", "spring", "kim", "--issue", server.url()).out())
                .startsWith("가나다라마0123바사  issued to them before\n");
    }

    @Test
    void jsonIsPrintedAsTheServerWroteIt() {
        server.answers(200, ISSUED);

        assertThat(Cli.run("issue", "spring", "kim", "--json", "--issue", server.url()).out())
                .isEqualTo(ISSUED + "\n");
    }

    @Test
    void theEnvironmentNamesTheServerUnlessTheOptionDoes() {
        server.answers(200, ISSUED).answers(200, ISSUED);
        Map<String, String> here = Map.of("FIRSTCOME_ISSUE_URL", server.url() + "/");
        Map<String, String> elsewhere = Map.of("FIRSTCOME_ISSUE_URL", "http://127.0.0.1:1");

        assertThat(Cli.run(here, "issue", "spring", "kim").exitCode()).isZero();
        assertThat(Cli.run(elsewhere, "issue", "spring", "kim", "--issue", server.url()).exitCode())
                .isZero();
    }

    @Test
    void aRefusalIsAFailureWithItsReason() {
        server.answers(429, "{\"code\":\"resource_exhausted\",\"message\":\"All are issued.\"}");

        assertThat(Cli.run("issue", "spring", "kim", "--issue", server.url()))
                .isEqualTo(new Run(1, "", "RESOURCE_EXHAUSTED: All are issued.\n"));
    }
}
