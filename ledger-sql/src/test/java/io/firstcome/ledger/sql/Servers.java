package io.firstcome.ledger.sql;

import io.firstcome.databases.DatabaseServer;
import io.firstcome.databases.MariaDbServer;
import io.firstcome.databases.PostgresServer;

/// The database servers of the tests, each started when it is first asked for, and ended with the
/// JVM.
final class Servers {
    private Servers() {}

    /// A ledger in a database of this name.
    static SharedFixture postgres(String name) {
        return new SharedFixture(Postgres.SERVER, name);
    }

    static SharedFixture mariaDb(String name) {
        return new SharedFixture(MariaDb.SERVER, name);
    }

    private static final class Postgres {
        static final DatabaseServer SERVER = PostgresServer.start();
    }

    private static final class MariaDb {
        static final DatabaseServer SERVER = MariaDbServer.startWithBinaryLog();
    }
}
