package io.firstcome.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.databases.PostgresServer;
import io.firstcome.server.TestServer.Answer;
import io.firstcome.server.config.Role;
import io.firstcome.server.config.ServerConfig.DatabaseAddress;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// Nodes of one shared ledger, each behind its ports.
@SuppressWarnings("NullAway.Init")
class SharedNodesTest {
    private static PostgresServer postgres;

    @TempDir Path directory;

    @BeforeAll
    static void startDatabase() {
        postgres = PostgresServer.start();
    }

    @AfterAll
    static void stopDatabase() {
        postgres.close();
    }

    private TestServer node(String database, Role role) {
        return new TestServer(
                directory,
                new DatabaseAddress(
                        postgres.url(database), postgres.user(), postgres.password(), 4),
                role);
    }

    private static Answer issue(TestServer node, String campaign, String user) {
        return node.issues(
                "IssueCoupon",
                "{\"campaignId\":\"%s\",\"userId\":\"%s\"}".formatted(campaign, user));
    }

    @Test
    void whatOneNodeAnsweredTheOthersKnow() {
        try (TestServer one = node("answers", Role.ALL);
                TestServer other = node("answers", Role.ALL)) {
            for (int i = 0; i < 5; i++) {
                one.createOpen("drop" + i, 1);
                Answer won = issue(other, "drop" + i, "kim");
                assertThat(won.status()).isEqualTo(200);
                assertThat(issue(one, "drop" + i, "kim").coupon()).isEqualTo(won.coupon());
                assertThat(issue(one, "drop" + i, "lee").reason()).isEqualTo("SOLD_OUT");
                String raised = "{\"campaignId\":\"drop%d\",\"couponIssueLimit\":2}".formatted(i);
                assertThat(other.campaigns("UpdateCampaign", raised).status()).isEqualTo(200);
                assertThat(issue(one, "drop" + i, "lee").status()).isEqualTo(200);
            }
        }
    }

    @Test
    void aNodeForOperatorsAndANodeForUsers() throws Exception {
        try (TestServer admin = node("roles", Role.ADMIN);
                TestServer users = node("roles", Role.ISSUE)) {
            admin.createOpen("drop", 10);
            assertThat(issue(users, "drop", "kim").status()).isEqualTo(200);
            assertThat(admin.issuePort()).isZero();
            assertThat(admin.get("/v1/campaigns/drop").statusCode()).isEqualTo(200);
            assertThat(users.get("/v1/campaigns/drop").statusCode()).isEqualTo(404);
            assertThat(admin.get("/readyz").body()).isEqualTo("ready\nrole: admin\n");
            assertThat(users.get("/readyz").body()).isEqualTo("ready\nrole: issue\n");
            assertThat(users.get("/metrics").statusCode()).isEqualTo(200);
        }
    }
}
