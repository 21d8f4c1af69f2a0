package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.SQLException;

/// What a failure of the database means for an act.
class AttemptExceptionTest {
    /// Before the commit is sent nothing can be durable. Some of it may be gone at once.
    @ParameterizedTest
    @CsvSource({
        "08006, true", // a lost connection
        "40001, true", // a serialization failure
        "40P01, true", // a deadlock
        "57P01, true", // a server that shuts down
        "57014, false", // a statement that took too long
        "55P03, false", // a lock that was not granted in time
        "HY000, false",
        "70100, false",
        "25P03, false",
        "23505, false",
        "42601, false",
        "53300, false",
        "X, false",
        ", false",
    })
    void beforeTheCommit(String state, boolean isPassing) {
        AttemptException failure = new AttemptException(failure(state), false, false);
        assertThat(failure.isPassing()).isEqualTo(isPassing);
        assertThat(failure.isUnknown()).isFalse();
        assertThat(failure.toLedgerException(failure.isUnknown()).isNotAttempted()).isTrue();
    }

    /// While the commit is not answered it is unknown what became of it, and another attempt finds
    /// that out, unless the database has said that it did nothing.
    @ParameterizedTest
    @CsvSource({
        "08006, true, true",
        "57P01, true, true",
        "57014, true, true",
        "58030, true, true", // a disk that fails
        "HY000, true, true",
        "70100, true, true",
        "X, true, true",
        ", true, true",
        "40001, true, false",
        "40P01, true, false",
        "55P03, false, false",
        "25P03, false, false",
        "22001, false, false",
        "23505, false, false",
        "42601, false, false",
    })
    void duringTheCommit(String state, boolean isPassing, boolean isUnknown) {
        AttemptException failure = new AttemptException(failure(state), true, false);
        assertThat(failure.isPassing()).isEqualTo(isPassing);
        assertThat(failure.isUnknown()).isEqualTo(isUnknown);
        assertThat(failure.toLedgerException(failure.isUnknown()).isNotAttempted())
                .isEqualTo(!isUnknown);
    }

    /// That the database refuses to write is an answer, and another may have taken over.
    @ParameterizedTest
    @CsvSource({"25006, false", "25006, true", "HY000, false", "HY000, true", ", true"})
    void onAReadOnlyDatabase(String state, boolean isCommitting) {
        AttemptException failure = new AttemptException(failure(state), isCommitting, true);
        assertThat(failure.isPassing()).isTrue();
        assertThat(failure.isUnknown()).isFalse();
    }

    private static SQLException failure(String state) {
        return new SQLException("of the test", state);
    }

    @Test
    void databasesSayInTheirWaysThatTheyAreReadOnly() {
        MariaDbDatabase mariaDb = new MariaDbDatabase(false);
        assertThat(mariaDb.isReadOnly(new SQLException("--read-only", "HY000", 1290))).isTrue();
        assertThat(mariaDb.isReadOnly(new SQLException("transaction", "25006", 1792))).isTrue();
        assertThat(mariaDb.isReadOnly(new SQLException("InnoDB", "HY000", 1836))).isTrue();
        assertThat(mariaDb.isReadOnly(new SQLException("a lock", "HY000", 1205))).isFalse();
        assertThat(mariaDb.isReadOnly(new ReadOnlyException())).isTrue();
        PostgresDatabase postgres = new PostgresDatabase();
        assertThat(postgres.isReadOnly(new SQLException("transaction", "25006"))).isTrue();
        assertThat(postgres.isReadOnly(new SQLException("a lock", "55P03"))).isFalse();
        assertThat(postgres.isReadOnly(new ReadOnlyException())).isTrue();
    }
}
