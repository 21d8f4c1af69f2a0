package io.firstcome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class TerminalTest {
    @Test
    void colourIsForTerminalsThatWantIt() {
        assertThat(Terminal.wantsColour(Map.of("TERM", "xterm-256color"))).isTrue();
        assertThat(Terminal.wantsColour(Map.of("TERM", "xterm", "NO_COLOR", "1"))).isFalse();
        assertThat(Terminal.wantsColour(Map.of("TERM", "xterm", "NO_COLOR", ""))).isTrue();
        assertThat(Terminal.wantsColour(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Terminal.wantsColour(Map.of())).isFalse();
    }

    @Test
    void textStandsOutOnlyWithColour() {
        assertThat(terminal(true).bold("x")).isEqualTo("\u001b[1mx\u001b[0m");
        assertThat(terminal(true).dim("x")).isEqualTo("\u001b[2mx\u001b[0m");
        assertThat(terminal(false).bold("x")).isEqualTo("x");
    }

    private static Terminal terminal(boolean colour) {
        return new Terminal(System.out, System.err, Map.of(), () -> Cli.CLOCK, colour);
    }
}
