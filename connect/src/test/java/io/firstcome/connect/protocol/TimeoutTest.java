package io.firstcome.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1000000", "0000000001, 1000000", "9999999999, 9999999999000000"})
    void isMillisecondsInConnect(String text, long nanos) throws FaultException {
        assertThat(Timeout.ofConnect(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1 ", "+1", "-1", "1.0", "1e3", "٣", "00000000001", "1m"})
    void isNothingElseInConnect(String text) {
        assertThatThrownBy(() -> Timeout.ofConnect(text))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("connect-timeout-ms: \"" + text + "\" (expected: ");
    }

    @ParameterizedTest
    @CsvSource({
        "0n, 0",
        "5n, 5",
        "5u, 5000",
        "5m, 5000000",
        "5S, 5000000000",
        "5M, 300000000000",
        "5H, 18000000000000",
        "99999999S, 99999999000000000",
        "99999999H, 9223372036854775807"
    })
    void hasAUnitInGrpc(String text, long nanos) throws FaultException {
        assertThat(Timeout.ofGrpc(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "m", "5s", "5h", "5mm", "-5m", "5 m", "123456789n", "٣m", "5😈"})
    void isNothingElseInGrpc(String text) {
        assertThatThrownBy(() -> Timeout.ofGrpc(text))
                .isInstanceOf(FaultException.class)
                .hasMessageStartingWith("grpc-timeout: \"" + text + "\" (expected: ");
    }
}
