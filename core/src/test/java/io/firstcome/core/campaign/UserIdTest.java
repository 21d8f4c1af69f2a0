package io.firstcome.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.text.Normalizer;

class UserIdTest {
    @Test
    void case16_anEmptyUserIdIsRefused() {
        assertRefused("");
    }

    @Test
    void case16_aUserIdOfTenKilobytesIsRefusedWithoutRepeatingIt() {
        String value = "x".repeat(10_240);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UserId(value))
                .withMessage(
                        "userId: 10240 characters"
                                + " (expected: 1 to 128 characters without control characters)");
    }

    @Test
    void case16_theLongestUserIdHas128Characters() {
        assertKept("x".repeat(128));
        assertRefused("x".repeat(129));
        assertKept("가".repeat(128));
        assertKept("🎟".repeat(64));
        assertRefused("🎟".repeat(64) + "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                " ",
                "user@example.com",
                "홍길동",
                "Ünïcödé",
                "李小龍",
                "👩‍👩‍👧",
                "🎟️",
                "\u200b",
                "'; DROP TABLE coupons; --",
                "{\"userId\":\"1\"}",
                "%",
                "\\",
                "null"
            })
    void case16_anyTextIsKeptAsItIs(String value) {
        assertKept(value);
    }

    @Test
    void case16_theNumberOneIsTheStringOne() {
        assertThat(new UserId(String.valueOf(1))).isEqualTo(new UserId("1"));
        assertThat(new UserId("01")).isNotEqualTo(new UserId("1"));
        assertThat(new UserId("１")).isNotEqualTo(new UserId("1"));
        assertThat(new UserId("1 ")).isNotEqualTo(new UserId("1"));
    }

    @Test
    void composedAndDecomposedTextsAreDifferentUsers() {
        String decomposed = Normalizer.normalize("홍길동", Normalizer.Form.NFD);
        assertThat(new UserId(decomposed)).isNotEqualTo(new UserId("홍길동"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\nb", "a\tb", "\r", "\u001f", "\u007f", "\u0085", "\u009f"})
    void controlCharactersAreRefused(String value) {
        assertRefused(value);
    }

    @ParameterizedTest
    @ValueSource(chars = {'\ud83c', '\udf9f'})
    void halvesOfACharacterAreRefusedWhereverTheyStand(char half) {
        assertRefused(String.valueOf(half));
        assertRefused("a" + half);
        assertRefused(half + "a");
        assertRefused("🎟" + half + "🎟");
        assertRefused("" + half + half);
    }

    @Test
    void halvesInTheWrongOrderAreRefused() {
        assertRefused("\udf9f\ud83c");
    }

    @Test
    void isPrintedAsItsText() {
        assertThat(new UserId("u1")).hasToString("u1");
    }

    private static void assertKept(String value) {
        assertThat(UserId.isValid(value)).isTrue();
        assertThat(new UserId(value).value()).isEqualTo(value);
    }

    private static void assertRefused(String value) {
        assertThat(UserId.isValid(value)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UserId(value))
                .withMessageStartingWith("userId: ");
    }
}
