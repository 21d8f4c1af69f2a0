package io.firstcome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class RepeatableCommandTest {
    @Command(name = "verify")
    static final class Words {
        @Option(names = {"-u", "--users"})
        int users;

        @Option(names = "--campaign")
        String campaign = "";

        @Option(names = "--rehearse")
        boolean rehearse;

        @Option(names = "--seed")
        long seed;

        @Option(names = "--json")
        String json = "";
    }

    private static String command(String... args) {
        return RepeatableCommand.of(new CommandLine(new Words()).parseArgs(args), 42);
    }

    @Test
    void theSeedIsNamedAndFilesAreNot() {
        assertThat(command("-u", "5", "--json", "a.json"))
                .isEqualTo("./firstcome verify --users 5 --seed 42");
        assertThat(command("--seed=7")).isEqualTo("./firstcome verify --seed 42");
    }

    @Test
    void aFlagHasNoValue() {
        assertThat(command("--rehearse", "--users", "5"))
                .isEqualTo("./firstcome verify --rehearse --users 5 --seed 42");
    }

    @Test
    void aShellReadsEveryWordBackAsItWas() {
        assertThat(command("--campaign", "it's $HOME; rm"))
                .isEqualTo("./firstcome verify --campaign 'it'\\''s $HOME; rm' --seed 42");
    }
}
