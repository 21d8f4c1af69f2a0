package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

final class DataDirectoryTest {
    @TempDir private Path directory;

    @Test
    void isCreatedForItsOwnerOnly() throws IOException {
        Path data = directory.resolve("a/b");
        try (DataDirectory taken = DataDirectory.take(data)) {
            Path file = taken.file("ledger.db");
            assertThat(permissions(data)).isEqualTo("rwx------");
            assertThat(permissions(file)).isEqualTo("rw-------");
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void canNotBeTakenTwiceByOneProcess() {
        try (DataDirectory taken = DataDirectory.take(directory)) {
            assertThat(taken.file("x")).exists();
            assertThatThrownBy(() -> DataDirectory.take(directory.resolve(".")))
                    .isInstanceOf(LedgerOpenException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("in use by this process");
        }
    }

    @Test
    void canBeTakenAgainAfterItWasGivenUp() {
        DataDirectory first = DataDirectory.take(directory);
        first.close();
        try (DataDirectory again = DataDirectory.take(directory)) {
            first.close();
            assertThat(again.file("x")).exists();
            assertThatThrownBy(() -> DataDirectory.take(directory))
                    .hasMessageContaining("in use by this process");
        }
    }

    @Test
    void canNotBeTakenByTwoProcesses() throws IOException {
        Process other = Holder.start(directory);
        try {
            assertThatThrownBy(() -> DataDirectory.take(directory))
                    .isInstanceOf(LedgerOpenException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("in use by process " + other.pid());
        } finally {
            other.destroyForcibly().onExit().join();
        }
        DataDirectory.take(directory).close();
    }

    /// A process that takes a directory and keeps it until it is ended.
    static final class Holder {
        private Holder() {}

        /// When this returns, it has taken the directory.
        static Process start(Path directory) throws IOException {
            Process process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Holder.class.getName(),
                                    directory.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("taken");
            return process;
        }

        public static void main(String[] args) throws IOException {
            try (DataDirectory taken = DataDirectory.take(Path.of(args[0]))) {
                System.out.println("taken");
                System.in.read();
                System.out.println("ended with " + taken.file("x"));
            }
        }
    }

    @Test
    void aFileIsNoDirectory() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> DataDirectory.take(file))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessageContaining("data directory: " + file)
                .hasMessageContaining("expected: a directory");
    }

    @Test
    void aDirectoryThatCanNotBeCreatedIsNamed() throws IOException {
        Path inFile = Files.createFile(directory.resolve("file")).resolve("data");
        assertThatThrownBy(() -> DataDirectory.take(inFile))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessageContaining("data directory: " + inFile);
    }

    @Test
    void aFileThatCanNotBeOpenedIsNamed() throws IOException {
        Files.createDirectory(directory.resolve("ledger.db"));
        try (DataDirectory taken = DataDirectory.take(directory)) {
            assertThatThrownBy(() -> taken.file("ledger.db"))
                    .isInstanceOf(LedgerOpenException.class)
                    .hasMessageContaining("ledger file: ");
        }
    }
}
