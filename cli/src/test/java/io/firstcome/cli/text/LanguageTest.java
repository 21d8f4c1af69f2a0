package io.firstcome.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class LanguageTest {
    @Test
    void theLocaleSaysTheLanguage() {
        assertThat(Language.of(Map.of("LANG", "ko_KR.UTF-8"))).isEqualTo(Language.KOREAN);
        assertThat(Language.of(Map.of("LANG", "en_US.UTF-8"))).isEqualTo(Language.ENGLISH);
        assertThat(Language.of(Map.of("LANG", "C"))).isEqualTo(Language.ENGLISH);
        assertThat(Language.of(Map.of())).isEqualTo(Language.ENGLISH);
    }

    @Test
    void theStrongerVariableDecides() {
        assertThat(Language.of(Map.of("LANG", "ko_KR", "LC_ALL", "C"))).isEqualTo(Language.ENGLISH);
        assertThat(Language.of(Map.of("LANG", "C", "LC_MESSAGES", "ko")))
                .isEqualTo(Language.KOREAN);
        assertThat(Language.of(Map.of("LANG", "ko_KR", "LC_ALL", ""))).isEqualTo(Language.KOREAN);
    }

    @Test
    void aTextIsChosen() {
        assertThat(Language.ENGLISH.choose("a", "가")).isEqualTo("a");
        assertThat(Language.KOREAN.choose("a", "가")).isEqualTo("가");
    }
}
