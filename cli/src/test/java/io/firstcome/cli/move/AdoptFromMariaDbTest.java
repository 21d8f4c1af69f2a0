package io.firstcome.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.ledger.Ledger;
import io.firstcome.databases.DatabaseServer;
import io.firstcome.databases.MariaDbServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;

/// Tables in MariaDB.
final class AdoptFromMariaDbTest extends AdoptContract {
    private static DatabaseServer server;

    @BeforeAll
    static void start() {
        server = MariaDbServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    DatabaseServer server() {
        return server;
    }

    @Override
    void setZoneOfSessions() {
        new ShopTables(server, "coupon", List.of()).execute("SET GLOBAL time_zone = '-08:00'");
    }

    @Override
    String instantType() {
        return "TIMESTAMP";
    }

    @Override
    String instantOfSeconds() {
        return "FROM_UNIXTIME";
    }

    @Test
    void anAddressMayBeOneOfMySql() {
        String url = twoCoupons().url().replace("jdbc:mariadb:", "jdbc:mysql:");
        assertThat(adopt(url, "a").err()).isEmpty();
        assertThat(adopt(url + "?connectTimeout=999", "b").err()).isEmpty();
    }

    /// The columns' collation takes them for the same.
    @Test
    void usersAndCampaignsAreComparedAsTheyAreWritten() throws Exception {
        ShopTables tables = ShopTables.campaignsCoupons(server);
        tables.execute(
                "ALTER TABLE coupons DROP INDEX campaign_id",
                "ALTER TABLE coupons MODIFY campaign_id VARCHAR(64) COLLATE utf8mb4_general_ci,"
                        + " MODIFY coupon_code VARCHAR(64) COLLATE utf8mb4_general_ci",
                "INSERT INTO campaigns VALUES ('c', 'c', '2024-10-01 00:00:00', 5)",
                "INSERT INTO coupons VALUES (1, 'c', 'Kim', '2024-10-01 00:00:01'),"
                        + " (2, 'c', 'kim', '2024-10-01 00:00:02'),"
                        + " (3, 'C', 'lee', '2024-10-01 00:00:03'),"
                        + " (4, 'c', 'lee', '2024-10-01 00:00:04')");
        assertThat(adopt(tables, "--mend").out())
                .contains("Left out: 0 of a user with an earlier one, 1 of no campaign;");
        try (Ledger ledger = brought()) {
            assertThat(issued(ledger, 1)).containsExactly("1 Kim", "2 kim", "3 lee");
        }
    }

    @Test
    void usersThatAreBytesAreRefusedAndOtherBytesKept() throws Exception {
        ShopTables tables = ShopTables.campaignsCoupons(server);
        tables.execute(
                "ALTER TABLE coupons ADD COLUMN mark BINARY(2)",
                "INSERT INTO campaigns VALUES ('c', 'c', '2024-10-01 00:00:00', 5)",
                "INSERT INTO coupons VALUES (1, 'c', 'X-1', '2024-10-01 00:00:02', x'FF0A')");
        assertThat(adopt(tables).err()).isEmpty();
        assertThat(file("coupons.tsv")).endsWith("\t\\\\xff0a\n");
        tables.execute("ALTER TABLE coupons ADD COLUMN user_id BINARY(16) DEFAULT x'00FF'");
        assertThat(adopt(tables.url(), "others").err())
                .contains("\n  id 1: user_id: \\x00ff", "(expected: text or a number, not bytes)");
    }

    @Test
    void aTimeOfZeroesIsRefused() {
        ShopTables tables = twoCoupons();
        tables.execute(
                "SET SESSION sql_mode = ''",
                "INSERT INTO coupon_issues VALUES (20, 1, 5, '0000-00-00', NULL, NOW(), NOW())");
        assertThat(adopt(tables).err())
                .endsWith(
                        "\n  id 20: date_issued: 0000-00-00 00:00:00.000000 (expected: a time)\n");
    }
}
