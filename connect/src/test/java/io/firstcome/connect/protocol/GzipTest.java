package io.firstcome.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.connect.Fault;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

class GzipTest {
    private static final byte[] TEXT = "hello hello hello".getBytes(UTF_8);

    @Test
    void givesBackWhatItWasGiven() throws FaultException {
        assertThat(Gzip.inflate(Gzip.deflate(TEXT), 17)).isEqualTo(TEXT);
        assertThat(Gzip.inflate(Gzip.deflate(new byte[0]), 1)).isEmpty();
        assertThat(Gzip.inflate(Gzip.deflate(TEXT), Integer.MAX_VALUE)).isEqualTo(TEXT);
    }

    @Test
    void takesNothingForNothing() throws FaultException {
        assertThat(Gzip.inflate(new byte[0], 10)).isEmpty();
    }

    @Test
    void takesSeveralMembersForOne() throws FaultException {
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.writeBytes(Gzip.deflate(TEXT));
        twice.writeBytes(Gzip.deflate(TEXT));
        assertThat(Gzip.inflate(twice.toByteArray(), 100)).hasSize(2 * TEXT.length);
    }

    @Test
    void refusesMoreThanTheLimit() {
        assertThatThrownBy(() -> Gzip.inflate(Gzip.deflate(TEXT), 16))
                .isInstanceOfSatisfying(
                        FaultException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TOO_LARGE))
                .hasMessage("body: too large (expected: at most 16 bytes)");
    }

    @Test
    void refusesWhatIsCutShortOrChanged() {
        byte[] deflated = Gzip.deflate(TEXT);
        for (int length = 1; length < deflated.length; length++) {
            byte[] cut = Arrays.copyOf(deflated, length);
            assertThatThrownBy(() -> Gzip.inflate(cut, 100))
                    .isInstanceOf(FaultException.class)
                    .hasMessage("message: malformed gzip (expected: as it says)");
        }
        deflated[deflated.length - 5] ^= 1;
        assertThatThrownBy(() -> Gzip.inflate(deflated, 100)).isInstanceOf(FaultException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "GZIP", "br, gzip", " gzip ;q=0.1", "gzip;q=1", "gzip;q=0.01,br"})
    void isAcceptedWhereItIsNamed(String accepted) {
        assertThat(Gzip.isAcceptedBy(accepted)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", ",", ";", "br", "gzipped", "gzip;q=0", "gzip; q=0.0", "gzip ; q = 0."})
    void isNotAcceptedElsewhere(@Nullable String accepted) {
        assertThat(Gzip.isAcceptedBy(accepted)).isFalse();
    }
}
