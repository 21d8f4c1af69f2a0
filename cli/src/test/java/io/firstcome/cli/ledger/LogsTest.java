package io.firstcome.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.logging.Level;
import java.util.logging.Logger;

class LogsTest {
    @ParameterizedTest
    @ValueSource(strings = {"org.flywaydb.core.Flyway", "io.netty.handler.codec.http2.Http2"})
    void ofPartsOfOthersOnlyWhatIsWrongIsLogged(String name) {
        Logs.configure();
        Logger logger = Logger.getLogger(name);
        assertThat(logger.isLoggable(Level.INFO)).isFalse();
        assertThat(logger.isLoggable(Level.WARNING)).isTrue();
    }
}
