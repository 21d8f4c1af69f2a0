package io.firstcome.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;

import io.firstcome.cli.Cli;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    @ParameterizedTest
    @CsvSource({
        "now, 2025-06-23T11:56:50Z",
        "+10s, 2025-06-23T11:57:00Z",
        "+5m, 2025-06-23T12:01:50Z",
        "+2h, 2025-06-23T13:56:50Z",
        "2025-06-23T20:57:00+09:00, 2025-06-23T11:57:00Z",
        "2025-06-23T20:57+09:00, 2025-06-23T11:57:00Z",
        "2025-06-23T11:57:00.000000001Z, 2025-06-23T11:57:00.000000001Z",
        "2025-06-23t11:57:00z, 2025-06-23T11:57:00Z",
    })
    void anInstantIsRead(String text, String instant) {
        assertThat(Timestamps.toString(TimeText.parse(text, Cli.CLOCK))).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-06-23T20:57:00", "2025-06-23T20:57", "2025-06-23T20:57:00.5"})
    void aTimeWithoutAnOffsetIsRefusedWithTheOneOfTheReader(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeText.parse(text, Cli.CLOCK))
                .withMessage(
                        "%s has no offset, so it is not one instant (expected: for example"
                                + " %s+09:00)",
                        text, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "10s",
                "+10",
                "-10s",
                "+1d",
                "2025-06-23",
                "1750679820",
                "2025-02-30T00:00:00Z",
                "2025-06-23 20:57:00+09:00",
                "+9999999999s"
            })
    void anythingElseIsRefusedWithWhatIsExpected(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeText.parse(text, Cli.CLOCK))
                .withMessage("%s (expected: %s)", text, TimeText.EXPECTED);
    }

    @Test
    void aYearThatTheApiCanNotSayIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeText.parse("+10000-01-01T00:00:00Z", Cli.CLOCK))
                .withMessage("+10000-01-01T00:00:00Z (expected: a year from 1 to 9999)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeText.parse("+999999999h", Cli.CLOCK));
    }

    @Test
    void anInstantIsShownInTheZoneOfTheReader() {
        assertThat(TimeText.show(Timestamp.getDefaultInstance(), Cli.CLOCK))
                .isEqualTo("1970-01-01 09:00:00 +09:00");
        assertThat(TimeText.show(Timestamps.fromMillis(1), Cli.CLOCK))
                .isEqualTo("1970-01-01 09:00:00.001 +09:00");
    }
}
