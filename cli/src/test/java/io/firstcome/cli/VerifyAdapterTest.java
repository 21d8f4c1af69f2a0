package io.firstcome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerifyAdapterTest {
    @Test
    void theAdaptersThatComeAlongAreNamed() {
        Cli.Run run = Cli.run("verify", "--list-adapters");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .hasSize(5)
                .anyMatch(line -> line.startsWith("rest-queue: REST, "));
    }

    @Test
    void anUnknownAdapterIsAnsweredWithTheKnownOnes() {
        Cli.Run run = Cli.run("verify", "--adapter", "rest-cue");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("adapter: rest-cue (expected: a readable file or one of connect-redis");
    }
}
