package io.firstcome.connect.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

class Base64ReaderTest {
    private final Base64Reader reader = new Base64Reader();

    private String decode(String text) throws FaultException {
        return new String(reader.decode(text.getBytes(ISO_8859_1)), ISO_8859_1);
    }

    @Test
    void decodesNothingFromNothing() throws FaultException {
        assertThat(decode("")).isEmpty();
        assertThat(reader.isPartial()).isFalse();
    }

    @Test
    void decodesPartsThatArePaddedOnTheirOwn() throws FaultException {
        assertThat(decode("YQ==YmI=Y2NjZGRkZA==")).isEqualTo("abbcccdddd");
        assertThat(reader.isPartial()).isFalse();
    }

    @Test
    void decodesTheSameHoweverTheTextIsCut() throws FaultException {
        byte[] text = "YQ==YmI=Y2Nj".getBytes(ISO_8859_1);
        for (int cuts = 0; cuts < 1 << (text.length - 1); cuts++) {
            Base64Reader fresh = new Base64Reader();
            StringBuilder decoded = new StringBuilder();
            int start = 0;
            for (int i = 0; i < text.length; i++) {
                if ((cuts >> i & 1) == 1 || i == text.length - 1) {
                    byte[] piece = Arrays.copyOfRange(text, start, i + 1);
                    decoded.append(new String(fresh.decode(piece), ISO_8859_1));
                    start = i + 1;
                    assertThat(fresh.isPartial()).isEqualTo(start % 4 != 0);
                }
            }
            assertThat(decoded).hasToString("abbccc");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"====", "Y===", "YQ=a", "Y!Q=", "YQ-_", "\r\nYQ", "YWFh=YQ="})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> decode(text))
                .isInstanceOf(FaultException.class)
                .hasMessage("body: malformed base64 (expected: as its type says)");
    }
}
