package io.firstcome.ledger.sql;

import static io.firstcome.ledger.sql.Drop.START;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.testkit.TestClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;

final class SchemaTest {
    @TempDir private Path directory;
    private final TestClock clock = new TestClock(START);

    @Test
    void theNewestVersionIsThatOfTheLastMigration() throws IOException, URISyntaxException {
        URL migrations = SqlLedger.class.getResource("migration");
        assertThat(migrations).isNotNull();
        try (Stream<Path> files = Files.list(Path.of(migrations.toURI()))) {
            assertThat(files.map(Path::toString))
                    .hasSize(Schema.VERSION)
                    .anyMatch(name -> name.contains("V" + Schema.VERSION + "__"));
        }
    }

    @Test
    void aNewerSchemaIsRefusedAndNotTouched() throws SQLException {
        SqliteFixture fixture = new SqliteFixture(directory);
        fixture.open(clock).close();
        fixture.tamper(
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type,"
                        + " script, installed_by, execution_time, success)"
                        + " VALUES (2, '2', 'later', 'SQL', 'V2__later.sql', 'x', 1, 1)");
        long before = fixture.query("PRAGMA schema_version");
        assertThatThrownBy(() -> fixture.open(clock))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessage(
                        "ledger schema: version 2 (expected: at most 1; a newer program wrote it)");
        assertThat(fixture.query("PRAGMA schema_version")).isEqualTo(before);
    }

    @Test
    void aSchemaOfThisVersionIsLeftAlone() throws SQLException {
        SqliteFixture fixture = new SqliteFixture(directory);
        fixture.open(clock).close();
        long before = fixture.query("PRAGMA schema_version");
        fixture.open(clock).close();
        assertThat(fixture.query("PRAGMA schema_version")).isEqualTo(before);
        assertThat(fixture.query("SELECT COUNT(*) FROM flyway_schema_history")).isEqualTo(1);
    }

    @Test
    void aDatabaseOfAnotherKindIsRefused() throws SQLException {
        SqliteFixture fixture = new SqliteFixture(directory);
        fixture.tamper("CREATE TABLE campaigns (x INTEGER)");
        assertThatThrownBy(() -> fixture.open(clock))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessageContaining("ledger schema: can not be brought to version 1");
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
