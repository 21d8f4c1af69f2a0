package io.firstcome.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void textOfPeopleStaysAsItIs() {
        String text = "봄 쿠폰 \"é\" 漢字 👨\u200d👩\u200d👧";

        assertThat(Printable.line(text)).isEqualTo(text);
    }

    @Test
    void whatSteersATerminalIsShownInstead() {
        assertThat(Printable.line("\u001b[31m\rx\u0007\u009b\u202e"))
                .isEqualTo("\\u001b[31m\\u000dx\\u0007\\u009b\\u202e");
    }

    @Test
    void linesAreKeptOnlyWhereTheyMayBe() {
        assertThat(Printable.line("a\nb")).isEqualTo("a\\u000ab");
        assertThat(Printable.lines("a\nb\t")).isEqualTo("a\nb\\u0009");
    }
}
