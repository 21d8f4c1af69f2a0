package io.firstcome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.cli.Cli.Run;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyOptionsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--profile sipke | --profile: sipke (expected: early-birds, spike, constant, ramp"
                        + " or",
                "--profile constant | --rate: absent (expected: requests per second, for --profile"
                        + " c",
                "--profile ramp | --rate: absent (expected: requests per second, for --profile"
                        + " ramp)",
                "--profile spike --rate 9 | --rate: 9 (expected: none, for --profile spike)",
                "--profile closed-loop --rate 9 | --rate: 9 (expected: none, for --profile"
                        + " closed-l",
                "--profile constant --rate 0 | rate: 0 (expected: 1..1000000 requests per second)",
                "--rate -1 | rate: -1 (expected: 1..1000000 requests per second)",
                "--protocol soap | --protocol: soap (expected: json, proto, grpc or rest)",
                "--slow 101 | slow: 101 (expected: 0..100 percent)",
                "--slow 60 --vanishing 50 | vanishing: 50 (expected: 0..40 percent)",
                "--skew -1 | skew: -1 ms (expected: 0..60000 ms)",
                "--skew 5 --profile closed-loop | skew: 5 ms (expected: 0 in a closed loop",
                "--connections 1000000000 | connections: 1000000000 (expected: ",
                "--rehearse | --campaign: absent (expected: the one to rehearse)",
                "--rehearse --campaign x --coupons 5 | --coupons: given (expected: none, with --re",
                "--rehearse --campaign x --adapter y | --adapter: given (expected: none, with --re",
                "--rehearse --campaign x --replay y | --replay: given (expected: none, with --reh",
                "--rehearse --campaign x --lead -1 | lead: PT-1S (expected: 0..1 h)",
                "--rehearse --campaign x --users 0 | users: 0 (expected: 1..10000000)",
                "--rehearse --campaign x --protocol soap | --protocol: soap (expected: json, prot",
                "--rehearse --campaign x --data-dir /no/where | data-dir: /no/where (expected: a d",
                "--rehearse --campaign x --json /no/where.json | --json: /no/where.json (expected:",
                "--ends-after 0 | ends-after: PT0S (expected: more than 0 and up to 1 h)",
                "--ends-after 3601 | ends-after: PT1H1S (expected: more than 0 and up to 1 h)",
                "--ends-after 2 --campaign x | ends-after: PT2S (expected: none, of a campaign"
                        + " that",
                "--ends-after 2 --profile closed-loop | ends-after: PT2S (expected: none in a clo",
                "--ends-after 2 | coupons: 1000 (expected: >= 10000, one for each user, so that s",
                "--rehearse --campaign x --ends-after 2 | --ends-after: given (expected: none, wi",
                "--rehearse --campaign x --without-list | --without-list: given (expected: none,",
                "--without-list | --without-list: given (expected: none, without --adapter)",
                "--data-dir . | --data-dir: . (expected: --rehearse too)"
            })
    void whatDoesNotFitIsOneSentence(String options, String message) {
        Run run = Cli.run(("verify " + options).split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "--rate 100 --slow 50 --vanishing 50",
        "--profile spike --skew 100",
        "--ends-after 2 --coupons 10000",
        "--profile constant --rate 1000000 --protocol proto",
        "--profile ramp --rate 1 --protocol rest",
        "--profile closed-loop --protocol json"
    })
    void whatFitsGoesToTheServer(String options) {
        try (RecordingServer server = new RecordingServer().answers(404, "nothing")) {
            String urls = "--issue " + server.url() + " --admin " + server.url();
            Run run = Cli.run(("verify " + urls + " " + options).split(" "));

            assertThat(run.err()).isEmpty();
            assertThat(run.out()).contains("HTTP 404 nothing");
        }
    }

    @Test
    void helpNamesEveryProfileAndProtocol() {
        assertThat(Cli.run("verify", "--help").out())
                .contains("early-birds:", "spike:", "constant:", "ramp:", "closed-loop:")
                .contains("json or proto", "grpc or rest");
    }
}
