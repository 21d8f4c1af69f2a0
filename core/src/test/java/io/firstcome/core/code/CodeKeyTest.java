package io.firstcome.core.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

class CodeKeyTest {
    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void takesTheThreeSizesOfAes(int size) {
        byte[] bytes = filled(size);
        assertThat(new CodeKey(bytes).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 17, 31, 33, 64})
    void refusesOtherSizes(int size) {
        byte[] bytes = filled(size);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CodeKey(bytes))
                .withMessage("bytes: " + size + " (expected: 16, 24 or 32)");
    }

    @Test
    void keepsItsOwnCopyOfTheBytes() {
        byte[] given = filled(16);
        CodeKey key = new CodeKey(given);
        given[0] = 1;
        key.bytes()[1] = 1;
        assertThat(key.bytes()).isEqualTo(filled(16));
    }

    @Test
    void equalsAKeyOfTheSameBytes() {
        byte[] other = filled(32);
        other[31] = 1;
        assertThat(new CodeKey(filled(32)))
                .isEqualTo(new CodeKey(filled(32)))
                .hasSameHashCodeAs(new CodeKey(filled(32)))
                .isNotEqualTo(new CodeKey(other))
                .isNotEqualTo(new CodeKey(filled(16)));
    }

    @Test
    void printsItsSizeOnly() {
        assertThat(new CodeKey(filled(32))).hasToString("CodeKey[AES-256]");
        assertThat(new CodeKey(filled(16))).hasToString("CodeKey[AES-128]");
    }

    private static byte[] filled(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 0x5A);
        return bytes;
    }
}
