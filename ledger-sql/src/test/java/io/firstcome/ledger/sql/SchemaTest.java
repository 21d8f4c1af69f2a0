package io.firstcome.ledger.sql;

import static io.firstcome.ledger.sql.Drop.START;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.testkit.TestClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

final class SchemaTest {
    @TempDir private Path directory;
    private final TestClock clock = new TestClock(START);

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "shared"})
    void theNewestVersionIsThatOfTheLastMigration(String folder)
            throws IOException, URISyntaxException {
        List<String> names = new ArrayList<>(migrations("every"));
        names.addAll(migrations(folder));
        assertThat(names)
                .hasSize(Schema.VERSION)
                .anyMatch(name -> name.contains("V" + Schema.VERSION + "__"));
    }

    private static List<String> migrations(String folder) throws IOException, URISyntaxException {
        URL migrations = SqlLedger.class.getResource("migration/" + folder);
        assertThat(migrations).isNotNull();
        try (Stream<Path> files = Files.list(Path.of(migrations.toURI()))) {
            return files.map(Path::toString).toList();
        }
    }

    @Test
    void aNewerSchemaIsRefusedAndNotTouched() throws SQLException {
        SqliteFixture fixture = new SqliteFixture(directory);
        fixture.open(clock).close();
        fixture.tamper(
                "INSERT INTO firstcome_schema_history (installed_rank, version, description, type,"
                        + " script, installed_by, execution_time, success)"
                        + " VALUES (4, '4', 'later', 'SQL', 'V4__later.sql', 'x', 1, 1)");
        long before = fixture.query("PRAGMA schema_version");
        assertThatThrownBy(() -> fixture.open(clock))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessage(
                        "ledger schema: version 4 (expected: at most 3; a newer program wrote it)");
        assertThat(fixture.query("PRAGMA schema_version")).isEqualTo(before);
    }

    @Test
    void aSchemaOfThisVersionIsLeftAlone() throws SQLException {
        SqliteFixture fixture = new SqliteFixture(directory);
        fixture.open(clock).close();
        long before = fixture.query("PRAGMA schema_version");
        fixture.open(clock).close();
        assertThat(fixture.query("PRAGMA schema_version")).isEqualTo(before);
        assertThat(fixture.query("SELECT COUNT(*) FROM firstcome_schema_history")).isEqualTo(3);
    }

    @Test
    void anOlderSchemaIsBroughtToThisVersionWithWhatIsInIt() throws SQLException {
        SqliteFixture fixture = new SqliteFixture(directory);
        fixture.open(clock).close();
        fixture.tamper("DROP TABLE api_keys");
        fixture.tamper("DELETE FROM firstcome_schema_history WHERE version = '3'");
        long before = fixture.query("SELECT clock_floor_micros FROM ledger_state");
        fixture.open(clock).close();
        assertThat(fixture.query("SELECT COUNT(*) FROM api_keys")).isZero();
        assertThat(fixture.query("SELECT clock_floor_micros FROM ledger_state")).isEqualTo(before);
    }

    @Test
    void aDatabaseOfAnotherKindIsRefused() throws SQLException {
        SqliteFixture fixture = new SqliteFixture(directory);
        fixture.tamper("CREATE TABLE campaigns (x INTEGER)");
        assertThatThrownBy(() -> fixture.open(clock))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessageContaining("ledger schema: can not be brought to version 3");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        Files.writeString(directory.resolve(SqliteEngine.FILE), "Not a database. ".repeat(99));
        assertThatThrownBy(() -> new SqliteFixture(directory).open(clock))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessageContaining("ledger: can not be opened")
                .hasMessageContaining("not a database");
    }
}
