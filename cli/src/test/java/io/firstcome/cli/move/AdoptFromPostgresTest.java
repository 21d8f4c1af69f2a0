package io.firstcome.cli.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.ledger.Ledger;
import io.firstcome.databases.DatabaseServer;
import io.firstcome.databases.PostgresServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;

/// Tables in PostgreSQL.
final class AdoptFromPostgresTest extends AdoptContract {
    private static DatabaseServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
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
        for (String database : List.of("coupon", "campaign")) {
            new ShopTables(server, database, List.of())
                    .execute(
                            "ALTER DATABASE %s SET timezone = 'America/Los_Angeles'"
                                    .formatted(database));
        }
    }

    @Override
    String instantType() {
        return "TIMESTAMPTZ";
    }

    @Override
    String instantOfSeconds() {
        return "to_timestamp";
    }

    @Test
    void blanksThatFillAColumnUpAreNotThere() throws Exception {
        ShopTables tables = ShopTables.campaignsCoupons(server);
        tables.execute(
                "ALTER TABLE campaigns ALTER COLUMN id TYPE CHAR(20)",
                "ALTER TABLE coupons ALTER COLUMN campaign_id TYPE CHAR(30)",
                "ALTER TABLE coupons ALTER COLUMN coupon_code TYPE CHAR(40)",
                "INSERT INTO campaigns VALUES ('c', 'c', '2024-10-01 00:00:00', 5)",
                "INSERT INTO coupons VALUES (1, 'c', 'X-1', '2024-10-01 00:00:02')");
        assertThat(adopt(tables).err()).isEmpty();
        try (Ledger ledger = brought()) {
            assertThat(issued(ledger, 1)).containsExactly("1 X-1");
        }
    }
}
