package io.firstcome.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.verify.client.Json;
import io.firstcome.verify.process.JavaCommand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class BenchTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir private Path directory;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void allAreMeasuredPrintedAndWritten() throws Exception {
        assertThat(bench(ToyNode.launcher(false))).isZero();
        Json json = Json.parse(Files.readString(json()));
        for (String subject : subjects()) {
            assertThat(printed.toString(UTF_8)).contains(subject);
            assertThat(number(json.get(subject), "requestsPerSecond")).isPositive();
            assertThat(number(json.get(subject), "p50Millis")).isPositive();
            assertThat(number(json.get(subject), "p99Millis")).isPositive();
            assertThat(number(json.get(subject), "serverCpuMicrosPerRequest")).isPositive();
        }
        assertThat(number(json.get("ratios"), "refusal")).isPositive();
        assertThat(number(json.get("ratios"), "durableIssue")).isPositive();
        assertThat(json.get("machine").get("processors").number()).isPositive();
    }

    @Test
    void serverThatIssuedLessThanItSaidFailsTheRun() throws Exception {
        assertThat(bench(ToyNode.launcher(true))).isEqualTo(1);
        assertThat(printed.toString(UTF_8)).contains("FAIL: durableIssue: issuedCount: ");
    }

    @Test
    void serverThatDoesNotStartIsToldWithItsOutput() {
        assertThatIllegalStateException()
                .isThrownBy(() -> bench(JavaCommand.of("no.such.Main")))
                .withMessageContaining("server ended")
                .withMessageContaining("no.such.Main");
    }

    private static List<String> subjects() {
        return List.of("baseline", "connectJson", "connectBinary", "refusal", "durableIssue");
    }

    private int bench(List<String> launcher) throws InterruptedException {
        return Bench.run(
                new BenchOptions(4, 2, SHORT, SHORT, json(), launcher),
                new PrintStream(printed, true, UTF_8));
    }

    private Path json() {
        return directory.resolve("bench.json");
    }

    private static double number(Json json, String name) {
        return Double.parseDouble(json.get(name).text());
    }
}
