package io.firstcome.connect.vertx;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.net.http.HttpClient.Version;

/// A test of a server of its own over one of the versions of HTTP.
abstract class HttpTest {
    final Version version;
    HttpRpc rpc;
    ConnectServer server;

    HttpTest(Version version) {
        this.version = version;
    }

    /// What is to be started.
    abstract ConnectServer.Builder builder();

    @BeforeEach
    final void start() throws Exception {
        server = builder().listen("127.0.0.1", 0);
        rpc = new HttpRpc(version, server.port());
    }

    @AfterEach
    final void stop() throws Exception {
        rpc.close();
        server.close();
    }
}
