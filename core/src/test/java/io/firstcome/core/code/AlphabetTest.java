package io.firstcome.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class AlphabetTest {
    private static final String NUMBER_PLATES = "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주바사아자";

    private static final String SYMBOLS =
            IntStream.range(0, Alphabet.SIZE)
                    .mapToObj(value -> String.valueOf(Alphabet.symbol(value)))
                    .collect(Collectors.joining());

    @Test
    void isTheDigitsAndTheSyllablesOfNumberPlates() {
        assertThat(Alphabet.SIZE).isEqualTo(46);
        assertThat(SYMBOLS.chars().boxed())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        ("0123456789" + NUMBER_PLATES).chars().boxed().toList());
    }

    @Test
    void isInUnicodeOrder() {
        assertThat(SYMBOLS.chars().boxed().toList()).isSorted();
    }

    @Test
    void isUnchangedByNfc() {
        assertThat(Normalizer.normalize(SYMBOLS, Normalizer.Form.NFC)).isEqualTo(SYMBOLS);
    }

    @Test
    void everySymbolHasItsValue() {
        for (int value = 0; value < Alphabet.SIZE; value++) {
            assertThat(Alphabet.value(Alphabet.symbol(value))).isEqualTo(value);
        }
    }

    @Test
    void exactly46CodePointsHaveAValue() {
        long valued =
                IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(codePoint -> Alphabet.value(codePoint) >= 0)
                        .count();
        assertThat(valued).isEqualTo(46);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x10030, 'O', '각', '개', '카', '하', 'ㄱ'})
    void otherCodePointsHaveNoValue(int codePoint) {
        assertThat(Alphabet.value(codePoint)).isNegative();
    }

    @Test
    void printsTheMostSignificantSymbolFirst() {
        assertThat(Alphabet.print(0, 10)).isEqualTo("0000000000");
        assertThat(Alphabet.print(46L * 10 + 45, 10)).isEqualTo("00000000가주");
        assertThat(Alphabet.print(42_420_747_482_776_575L, 10)).isEqualTo("주주주주주주주주주주");
    }
}
