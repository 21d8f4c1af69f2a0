package io.firstcome.connect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PercentCodingTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a-Z_0.9~", "가 나", "a/b?c#d%e+f", "😀"})
    void whatIsEncodedIsDecodedToTheSame(String text) {
        assertThat(PercentCoding.decode(PercentCoding.encode(text))).isEqualTo(text);
    }

    @Test
    void aPlusIsASpaceInFormsOnly() {
        assertThat(PercentCoding.decode("a+b")).isEqualTo("a+b");
        assertThat(PercentCoding.decodeForm("a+b%2B")).isEqualTo("a b+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%4g", "%FF", "%EA%B0", "%C0%80"})
    void whatIsMalformedIsNothing(String text) {
        assertThat(PercentCoding.decode(text)).isNull();
    }
}
