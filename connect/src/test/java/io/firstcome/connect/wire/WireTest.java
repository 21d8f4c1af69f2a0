package io.firstcome.connect.wire;

import io.firstcome.connect.vertx.ConnectServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A test of a server of its own over one of the wires.
abstract class WireTest {
    final Wire wire;
    WireClient client;
    ConnectServer server;

    WireTest(Wire wire) {
        this.wire = wire;
    }

    /// What is to be started.
    abstract ConnectServer.Builder builder();

    @BeforeEach
    final void start() throws Exception {
        server = builder().listen("127.0.0.1", 0);
        client = new WireClient(wire, server.port());
    }

    @AfterEach
    final void stop() throws Exception {
        client.close();
        server.close();
    }
}
