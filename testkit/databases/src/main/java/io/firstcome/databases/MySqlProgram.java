package io.firstcome.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// MySQL's program, of this machine's installation.
///
/// @param mysqld its path
record MySqlProgram(Path mysqld) implements Program {
    private static final String VARIABLE = "FIRSTCOME_MYSQLD";

    /// Without names of hosts nobody is at `localhost`.
    private static final String USERS =
            """
            CREATE USER IF NOT EXISTS root@'127.0.0.1';
            GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;
            """;

    MySqlProgram {
        if (!Files.isExecutable(mysqld)) {
            throw new IllegalArgumentException(
                    "%s: %s (expected: the path of mysqld)".formatted(VARIABLE, mysqld));
        }
    }

    /// The one that `FIRSTCOME_MYSQLD` names.
    static Optional<Program> named() {
        return Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of).map(MySqlProgram::new);
    }

    @Override
    public String scheme() {
        return "jdbc:mysql:";
    }

    @Override
    public List<String> installing(Path directory) {
        try {
            Files.writeString(users(directory), USERS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return command(directory, List.of("--initialize-insecure"));
    }

    private static Path users(Path directory) {
        return directory.resolve("users.sql");
    }

    @Override
    public List<String> serving(Path directory, int port) {
        return command(
                directory,
                List.of(
                        "--init-file=" + users(directory),
                        "--socket=" + directory.resolve("socket"),
                        "--pid-file=" + directory.resolve("pid"),
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--mysqlx=OFF",
                        "--skip-name-resolve"));
    }

    private List<String> command(Path directory, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(mysqld.toString());
        command.add("--no-defaults");
        command.add("--user=" + System.getProperty("user.name"));
        command.add("--datadir=" + directory.resolve("data"));
        command.add(Program.temporaryTables(directory));
        command.add("--secure-file-priv=");
        command.addAll(options);
        return command;
    }
}
