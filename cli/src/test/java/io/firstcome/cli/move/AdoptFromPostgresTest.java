package io.firstcome.cli.move;

import io.firstcome.databases.DatabaseServer;
import io.firstcome.databases.PostgresServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

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
}
