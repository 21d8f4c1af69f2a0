package io.firstcome.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.text.Normalizer;

class CodeTextTest {
    @Test
    void leavesACodeAsItIs() {
        assertThat(normalised("0가너9도루바12자")).isEqualTo("0가너9도루바12자");
    }

    @Test
    void composesSyllablesTakenApart() {
        String nfd = Normalizer.normalize("가너도루바자", Normalizer.Form.NFD);
        assertThat(nfd).hasSize(12);
        assertThat(normalised(nfd)).isEqualTo("가너도루바자");
    }

    @Test
    void narrowsFullWidthDigits() {
        assertThat(normalised("０１２３４５６７８９")).isEqualTo("0123456789");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "spaces, 0020 0009 000A 000D 00A0 1680 2002 2003 2009 202F 205F 3000",
        "hyphens, 002D 2010 2011 FE63 FF0D",
        "dashes and what is typed for them, 2012 2013 2014 2015 FE58 2212 301C 3161",
        "invisible characters, 00AD 200B 200C 200D 2060 FEFF"
    })
    void drops(String kind, String codePoints) {
        for (String hex : codePoints.split(" ", -1)) {
            String separator = Character.toString(Integer.parseInt(hex, 16));
            String text = separator + "가1" + separator + separator + "나" + separator;
            assertThat(normalised(text)).as("%s: U+%s", kind, hex).isEqualTo("가1나");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"O", "l", "o", "I", "①", "²", "٣", "ㄱ", "각", "개", "카", ".", "_", "~", "😀"})
    void keepsWhatIsNoSymbolAsItIs(String other) {
        assertThat(normalised("가" + other + "1")).isEqualTo("가" + other + "1");
    }

    @Test
    void survivesHalvesOfSurrogatePairs() {
        assertThat(normalised("1\uD83D가")).isEqualTo("1\uD83D가");
    }

    private static String normalised(String text) {
        int[] codePoints = CodeText.normalise(text);
        return new String(codePoints, 0, codePoints.length);
    }
}
