package io.firstcome.drills;

import io.firstcome.databases.DatabaseServer;

/// The database of a drill, with the ledger in it.
final class SharedDatabase implements AutoCloseable {
    private static final String NAME = "drill";

    private final DatabaseServer server;

    SharedDatabase(Engine engine) {
        server = engine.start();
    }

    DatabaseServer server() {
        return server;
    }

    /// The address of the ledger, with user and password.
    String ledger() {
        return ledger(server.port());
    }

    /// The same through a relay on this port.
    String ledger(int port) {
        return "%s?user=%s&password=%s"
                .formatted(server.url(NAME, port), server.user(), server.password());
    }

    @Override
    public void close() {
        server.close();
    }
}
