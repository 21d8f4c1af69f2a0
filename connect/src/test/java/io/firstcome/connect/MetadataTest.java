package io.firstcome.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

class MetadataTest {
    private final Metadata metadata = new Metadata();

    @Test
    void keepsOrderAndRepetition() {
        metadata.add("B", "1").add("a", "2").add("b", "3");
        List<String> all = new ArrayList<>();
        metadata.forEach((name, value) -> all.add(name + "=" + value));
        assertThat(all).containsExactly("b=1", "a=2", "b=3");
        assertThat(metadata.asMap()).containsOnlyKeys("b", "a");
        assertThat(metadata.asMap().get("b")).containsExactly("1", "3");
    }

    @Test
    void findsTheFirstValueWhateverTheCaseOfTheName() {
        metadata.add("X-Who", "me").add("x-who", "you");
        assertThat(metadata.get("x-WHO")).isEqualTo("me");
        assertThat(metadata.get("x")).isNull();
    }

    @Test
    void knowsWhetherThereIsAnything() {
        assertThat(metadata.isEmpty()).isTrue();
        assertThat(metadata.add("x", "").isEmpty()).isFalse();
    }

    @Test
    void putsBytesInUnpaddedBase64() {
        metadata.addBinary("x-bin", new byte[] {1});
        assertThat(metadata.get("x-bin")).isEqualTo("AQ");
        assertThatThrownBy(() -> metadata.addBinary("x", new byte[] {1}))
                .hasMessage("name: \"x\" (expected: ending with -bin)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x y", "x:y", ":path", "x\r\n", "쿠폰", "x(y)", "a,b", "\u007F"})
    void refusesNamesThatHttpCanNotSay(String name) {
        assertThatThrownBy(() -> metadata.add(name, "a"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("name: \"" + name + "\" (expected: ");
        assertThat(metadata.isEmpty()).isTrue();
    }

    @Test
    void copiesAreTheirOwn() {
        metadata.add("x", "1");
        Metadata copy = metadata.copy();
        metadata.add("x", "2");
        copy.add("y", "3");
        assertThat(copy.asMap()).containsOnlyKeys("x", "y");
        assertThat(copy.asMap().get("x")).containsExactly("1");
        assertThat(metadata.asMap()).containsOnlyKeys("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nevil: b", "\0", "쿠폰", "\t", "\u007F"})
    void refusesValuesThatWouldBreakTheResponse(String value) {
        assertThatThrownBy(() -> metadata.add("x", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value: \"" + value + "\" (expected: visible ASCII)");
        assertThat(metadata.isEmpty()).isTrue();
    }
}
