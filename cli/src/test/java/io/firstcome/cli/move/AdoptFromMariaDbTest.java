package io.firstcome.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void aTimeOfZeroesIsNone() {
        ShopTables tables = twoCoupons();
        tables.execute(
                "SET SESSION sql_mode = ''",
                "INSERT INTO coupon_issues VALUES (20, 1, 5, '0000-00-00', NULL, NOW(), NOW())");
        assertThat(adopt(tables).err())
                .endsWith("\n  id 20: date_issued: none (expected: a time)\n");
    }
}
