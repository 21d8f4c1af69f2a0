package io.firstcome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.cli.Cli.Run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class CommandTreeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "issue",
                "verify",
                "bench",
                "campaign",
                "campaign create",
                "campaign get",
                "campaign list",
                "campaign update",
                "campaign pause",
                "campaign resume",
                "campaign end",
                "campaign delete",
                "campaign coupons",
                "export",
                "import",
                "adopt"
            })
    void everyCommandHasHelpWithAnExample(String command) {
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        args.add("--help");

        Run run = Cli.run(args.toArray(String[]::new));

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("Usage: firstcome " + command)
                .contains("Example:\n  ./firstcome " + command);
    }

    @Test
    void helpNamesEveryCommand() {
        Run run = Cli.run("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("\n  serve ", "\n  campaign ", "\n  issue ", "\n  verify ", "\n  bench ");
    }

    @Test
    void withoutACommandTheHelpIsShownAsAnError() {
        Run run = Cli.run();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("Usage: firstcome");
        assertThat(Cli.run("campaign").err()).startsWith("Usage: firstcome campaign");
    }

    @Test
    void aMisspelledCommandIsAnsweredWithWhatWasProbablyMeant() {
        assertThat(Cli.run("serv"))
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                """
                                Unmatched argument at index 0: 'serv'
                                Did you mean: firstcome serve or firstcome verify?
                                Help: ./firstcome --help
                                """));
        assertThat(Cli.run("campaign", "creat").err()).contains("Did you mean: campaign create");
    }

    @Test
    void aBadOptionIsOneSentenceAndWhereHelpIs() {
        assertThat(Cli.run("campaign", "create", "x", "--coupons", "1k", "--start", "now"))
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                """
                                Invalid value for option '--coupons': 1k \
                                (expected: a whole number such as 1000, or unlimited)
                                Help: ./firstcome campaign create --help
                                """));
        assertThat(Cli.run("campaign", "coupons", "x", "--limit", "0").err())
                .startsWith("--limit: 0 (expected: 1 or more)\n");
        assertThat(Cli.run("verify", "--users", "0").exitCode()).isEqualTo(2);
        assertThat(Cli.run("bench", "--study", "opening", "--rounds", "0").err())
                .startsWith("rounds: 0 (expected: 1..100)");
        assertThat(Cli.run("bench", "--study", "none").err()).contains("--study", "OPENING");
        assertThat(Cli.run("verify", "--lead", "-1").err()).startsWith("lead: PT-1S (expected: ");
    }

    @Test
    void aTimeWithoutAnOffsetIsRefused() {
        assertThat(
                        Cli.run(
                                        "campaign",
                                        "create",
                                        "x",
                                        "--coupons",
                                        "1",
                                        "--start",
                                        "2025-06-23T20:57:00")
                                .err())
                .startsWith(
                        "Invalid value for option '--start': 2025-06-23T20:57:00 has no offset");
    }

    @Test
    void aBadUrlInTheEnvironmentIsRefused() {
        Run run = Cli.run(Map.of("FIRSTCOME_ADMIN_URL", "here"), "campaign", "list");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("Invalid value for option '--admin'").contains("here");
    }

    @Test
    void verifyRefusesAnAddressThatItCanNotAskBeforeAnythingIsCreated() {
        try (RecordingServer server = new RecordingServer()) {
            String url = "https://127.0.0.1:1/base";
            Run run = Cli.run("verify", "--admin", server.url(), "--issue", url);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).startsWith("issueUrl: " + url + " (expected: http://");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void verifyRefusesAFileThatCanNotBeWrittenBeforeAnythingIsCreated() {
        try (RecordingServer server = new RecordingServer()) {
            String url = server.url();
            String[] json = {"verify", "--admin", url, "--issue", url, "--json", "/no/where.json"};
            String[] html = {"verify", "--admin", url, "--issue", url, "--html", "/no/where.html"};

            assertThat(Cli.run(json).exitCode()).isEqualTo(2);
            assertThat(Cli.run(json).err()).startsWith("--json: /no/where.json (expected: ");
            assertThat(Cli.run(html).err()).startsWith("--html: /no/where.html (expected: ");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void onlyVerboseShowsWhereAFailureCameFrom() {
        String[] args = {"issue", "x", "kim", "--issue", "http://127.0.0.1:1"};
        String[] verbose = {"issue", "x", "kim", "--issue", "http://127.0.0.1:1", "--verbose"};

        assertThat(Cli.run(args).err().lines()).hasSize(1);
        assertThat(Cli.run(verbose).err()).contains("\tat io.firstcome.cli.");
        assertThat(Cli.run(verbose).exitCode()).isEqualTo(1);
    }
}
