package io.firstcome.server;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// A test of a server of its own over REST.
abstract class RestTest {
    @TempDir private Path directory;
    TestServer server;
    Rest admin;
    Rest issue;

    @BeforeEach
    final void start() {
        server = new TestServer(directory);
        admin = new Rest(server.adminPort());
        issue = new Rest(server.issuePort());
    }

    @AfterEach
    final void stop() {
        admin.close();
        issue.close();
        server.close();
    }
}
