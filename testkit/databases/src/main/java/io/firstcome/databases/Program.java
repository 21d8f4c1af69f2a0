package io.firstcome.databases;

import java.nio.file.Path;
import java.util.List;

/// A database server's program, and how it is called.
interface Program {
    /// What the addresses of its databases begin with.
    String scheme();

    /// The option that has it keep temporary tables in a directory of its own: a server that starts
    /// clears it, whoever's temporary tables are in it.
    static String temporaryTables(Path directory) {
        return "--tmpdir=" + directory;
    }

    /// The command that makes its files in a directory.
    List<String> installing(Path directory);

    /// The command that serves what was made there on a port of loopback.
    List<String> serving(Path directory, int port);
}
