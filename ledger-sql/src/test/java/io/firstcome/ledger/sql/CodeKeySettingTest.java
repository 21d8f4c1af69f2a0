package io.firstcome.ledger.sql;

import static io.firstcome.ledger.sql.Drop.START;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.core.code.CodeKey;
import io.firstcome.testkit.TestClock;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;

final class CodeKeySettingTest {
    @TempDir private Path directory;

    private CodeKey open(@Nullable CodeKey given) {
        SqliteFixture fixture = new SqliteFixture(directory);
        LedgerOptions options = fixture.options(new TestClock(START), given);
        try (SqlLedger ledger = fixture.open(options, UnaryOperator.identity())) {
            return ledger.codeKey();
        }
    }

    private static CodeKey key(int filling) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) filling);
        return new CodeKey(bytes);
    }

    @Test
    void aNewLedgerMakesItsOwnAndKeepsIt() {
        CodeKey made = open(null);
        assertThat(made.bytes()).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(open(null)).isEqualTo(made);
    }

    @Test
    void aNewLedgerKeepsTheOneItIsGiven() {
        assertThat(open(key(5))).isEqualTo(key(5));
        assertThat(open(null)).isEqualTo(key(5));
        assertThat(open(key(5))).isEqualTo(key(5));
    }

    @Test
    void anotherThanTheLedgersIsRefused() {
        open(key(5));
        assertThatThrownBy(() -> open(key(6)))
                .isInstanceOf(LedgerOpenException.class)
                .hasMessageContaining("code key: not the one this ledger keeps");
        assertThat(open(null)).isEqualTo(key(5));
    }
}
