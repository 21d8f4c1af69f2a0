package io.firstcome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class CommandNamesTest {
    private static final List<String> NAMES = List.of("serve", "campaign");

    @Test
    void theOneThatTheArgumentsNameIsChosen() {
        assertThat(CommandNames.among(NAMES, new String[] {"serve", "campaign"}, 0))
                .containsExactly("serve");
        assertThat(CommandNames.among(NAMES, new String[] {"serve", "campaign"}, 1))
                .containsExactly("campaign");
    }

    @Test
    void allAreChosenWhenTheArgumentsNameNone() {
        assertThat(CommandNames.among(NAMES, new String[] {"--help", "serve"}, 0)).isEqualTo(NAMES);
        assertThat(CommandNames.among(NAMES, new String[] {}, 0)).isEqualTo(NAMES);
    }
}
