package io.firstcome.core.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.code.CodeReading.Invalid;
import io.firstcome.core.code.CodeReading.NoPosition;
import io.firstcome.core.code.CodeReading.Position;
import io.firstcome.core.code.CodeReading.UnknownSymbol;
import io.firstcome.core.code.CodeReading.WrongLength;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.text.Normalizer;

class CodeReadingTest {
    private static final Position POSITION = new Position(12, 345);

    private final CouponCodes codes = new CouponCodes(new CodeKey(new byte[32]));
    private final String code = codes.code(12, 345);

    @Test
    void readsTheCodeAsPrinted() {
        assertThat(codes.decode(code)).isEqualTo(POSITION);
    }

    @Test
    void case14_readsSyllablesTakenApart() {
        String nfd = Normalizer.normalize(code, Normalizer.Form.NFD);
        assertThat(nfd).isNotEqualTo(code);
        assertThat(codes.decode(nfd)).isEqualTo(POSITION);
    }

    @Test
    void case14_readsFullWidthDigits() {
        StringBuilder fullWidth = new StringBuilder();
        code.chars().forEach(c -> fullWidth.append((char) (c <= '9' ? c - '0' + '０' : c)));
        assertThat(fullWidth.toString()).isNotEqualTo(code);
        assertThat(codes.decode(fullWidth.toString())).isEqualTo(POSITION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {" ", "\t", "\n", "\u00A0", "\u3000", "-", "–", "—", "−", "ㅡ", "－", " - "})
    void readsACodeInGroups(String separator) {
        String grouped = code.substring(0, 5) + separator + code.substring(5);
        assertThat(codes.decode(" " + grouped + "\r\n")).isEqualTo(POSITION);
    }

    @Test
    void readsACodeTakenApartWithSeparatorsBetweenAllSymbols() {
        String spaced = code.replaceAll("(.)", "$1 - ");
        assertThat(codes.decode(Normalizer.normalize(spaced, Normalizer.Form.NFD)))
                .isEqualTo(POSITION);
    }

    @ParameterizedTest
    @CsvSource({
        "O가나다라마바사아1, O, 1",
        "0가나다라마바사아l, l, 10",
        "0가-나다 개라마바사, 개, 5",
        "01강3456789, 강, 3",
        "0123카56789, 카, 5",
        "0123ㄱ56789, ㄱ, 5",
        "①123456789, ①, 1",
        "01234.56789, ., 6",
        "0😀23456789, 😀, 2",
    })
    void case14_refusesLookAlikesWithTheirPlace(String text, String symbol, int place) {
        assertThat(codes.decode(text)).isEqualTo(new UnknownSymbol(symbol.codePointAt(0), place));
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "' - ', 0", "012345678, 9", "01234567890, 11", "가나, 2"})
    void refusesOtherLengths(String text, int symbols) {
        assertThat(codes.decode(text)).isEqualTo(new WrongLength(symbols));
    }

    @Test
    void refusesALongTextUnread() {
        assertThat(codes.decode("O".repeat(1_000_000))).isEqualTo(new WrongLength(1_000_000));
    }

    @Test
    void everyRefusalSaysWhatWasExpected() {
        assertThat(new UnknownSymbol('O', 3).message())
                .isEqualTo("code: O at place 3 (expected: 0-9 or a syllable like 가, 너, 도, 루)");
        assertThat(new UnknownSymbol(0x1B, 1).message()).startsWith("code: U+001B at place 1 (");
        assertThat(new WrongLength(9).message()).isEqualTo("code: 9 symbols (expected: 10)");
        assertThat(((Invalid) new NoPosition()).message())
                .isEqualTo("code: belongs to no coupon (expected: a code as issued)");
    }
}
