package io.firstcome.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class ColumnsTest {
    @Test
    void cellsStandBelowEachOtherAlsoWithHangul() {
        assertThat(
                        new Columns()
                                .lines(
                                        List.of(
                                                List.of("a", "b", "c"),
                                                List.of("가나", "", "long last cell"))))
                .isEqualTo("a     b  c\n가나     long last cell");
    }

    @Test
    void aLaterTableIsAtLeastAsWide() {
        Columns columns = new Columns();
        assertThat(columns.lines(List.of(List.of("wide", "x")))).isEqualTo("wide  x");
        assertThat(columns.lines(List.of(List.of("a", "x")))).isEqualTo("a     x");
    }

    @Test
    void lettersTakeTheColumnsTheyTake() {
        assertThat(Columns.width("abc")).isEqualTo(3);
        assertThat(Columns.width("가각힣")).isEqualTo(6);
        assertThat(Columns.width("漢ｆ")).isEqualTo(4);
        assertThat(Columns.width("🎁")).isEqualTo(2);
        assertThat(Columns.width("e\u0301")).isEqualTo(1);
        assertThat(Columns.width("")).isZero();
    }
}
