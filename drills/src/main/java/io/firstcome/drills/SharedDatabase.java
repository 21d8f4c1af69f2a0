package io.firstcome.drills;

import io.firstcome.databases.DatabaseServer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The database of a drill, with the ledger in it.
final class SharedDatabase implements AutoCloseable {
    static final String NAME = "drill";

    private final DatabaseServer server;

    SharedDatabase(Engine engine) {
        server = engine.start();
    }

    DatabaseServer server() {
        return server;
    }

    /// How a node is started on the ledger.
    ///
    /// @param launcher the command to which `serve` and its options are added
    /// @param ledger the address
    record NodeStart(List<String> launcher, String ledger) {
        /// On a server's ledger, as who may use that.
        static NodeStart on(DatabaseServer server, List<String> launcher, String ledger) {
            List<String> words = new ArrayList<>();
            words.add("env");
            words.add("FIRSTCOME_LEDGER_USER=" + server.user());
            words.add("FIRSTCOME_LEDGER_PASSWORD=" + server.password());
            words.addAll(launcher);
            return new NodeStart(words, ledger);
        }
    }

    NodeStart node() {
        return node(Launcher.command(), server.port());
    }

    List<NodeStart> nodes(int count) {
        return Collections.nCopies(count, node());
    }

    /// One with another launcher, or through a relay on this port.
    NodeStart node(List<String> launcher, int port) {
        return NodeStart.on(server, launcher, server.url(NAME, port));
    }

    @Override
    public void close() {
        server.close();
    }
}
