package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

final class SqliteEngineTest {
    @TempDir private Path directory;

    @Test
    void aCommitOfTheWriterIsSynced() throws SQLException {
        try (SqliteEngine engine = SqliteEngine.open(directory);
                Session session = new Session(engine.connectForWriting())) {
            assertThat(pragma(session, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(session, "synchronous")).isEqualTo("2");
            assertThat(pragma(session, "fullfsync")).isEqualTo("1");
        }
    }

    @Test
    void aReaderCanNotWrite() throws SQLException {
        try (SqliteEngine engine = SqliteEngine.open(directory);
                Session session = new Session(engine.connectForReading())) {
            assertThatThrownBy(() -> session.update("CREATE TABLE t (x INTEGER)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static String pragma(Session session, String name) throws SQLException {
        return session.list("PRAGMA " + name, row -> row.getString(1)).getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.50.4", "3.51.2", "3.7.17", "2.8.17"})
    void earlierVersionsThatCanCorruptALedgerAreRefused(String version) {
        assertThatThrownBy(() -> SqliteEngine.requireVersion(version))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessageContaining("SQLite: " + version + " (expected: at least 3.51.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.51.3", "3.51.10", "3.54.1", "3.100.0", "4.0.0"})
    void laterVersionsAreTaken(String version) {
        assertThatCode(() -> SqliteEngine.requireVersion(version)).doesNotThrowAnyException();
    }

    @Test
    void aDirectoryWhoseNameTheDriverWouldMisreadIsRefused() {
        assertThatThrownBy(() -> SqliteEngine.open(directory.resolve("what?")))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessageContaining("expected: a path without ?");
    }

    @Test
    void aDirectoryInWhichNothingCanBeOpenedIsGivenUp() throws IOException, SQLException {
        Path blocked = Files.createDirectories(directory.resolve(SqliteEngine.FILE));
        assertThatThrownBy(() -> SqliteEngine.open(directory))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessageContaining("ledger file: ");
        Files.delete(blocked);
        try (SqliteEngine engine = SqliteEngine.open(directory);
                Session session = new Session(engine.connectForWriting())) {
            assertThat(pragma(session, "journal_mode")).isEqualTo("wal");
        }
    }
}
