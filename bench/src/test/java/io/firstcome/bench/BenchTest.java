package io.firstcome.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
            Json figures = json.get(subject);
            assertThat(number(figures, "requestsPerSecond")).isPositive();
            assertThat(number(figures, "p50Millis")).isPositive();
            assertThat(number(figures, "p99Millis")).isPositive();
            assertThat(number(figures, "serverCpuMicrosPerRequest")).isPositive();
            assertThat(figures.get("rounds").elements()).hasSize(2);
        }
        Json ratios = json.get("ratios").get("requestsPerSecond");
        assertThat(number(ratios, "refusal")).isPositive();
        assertThat(number(ratios, "durableIssue")).isPositive();
        Json toPlaced = json.get("ratiosToPlaced").get("requestsPerSecond");
        assertThat(number(toPlaced, "durableIssue")).isPositive();
        assertThat(toPlaced.get("baselinePlaced").isPresent()).isFalse();
        assertThat(printed.toString(UTF_8)).contains("of the requests/s of baselinePlaced");
        assertThat(json.get("format").text()).isEqualTo("firstcome-bench/1");
        assertThat(json.get("study").text()).isEqualTo("servers");
        assertThat(json.get("connections").number()).isEqualTo(4);
        assertThat(json.get("rounds").number()).isEqualTo(2);
        assertThat(json.get("measuredMillis").number()).isEqualTo(200);
        assertThat(json.get("failures").elements()).isEmpty();
        assertThat(number(json.get("machine"), "processors")).isPositive();
    }

    @Test
    void serverThatIssuedLessThanItSaidFailsTheRun() throws Exception {
        assertThat(bench(ToyNode.launcher(true))).isEqualTo(1);
        assertThat(printed.toString(UTF_8)).contains("FAIL: durableIssue: issuedCount of toy-0: ");
        Json json = Json.parse(Files.readString(json()));
        assertThat(json.get("failures").elements()).hasSize(2);
    }

    @Test
    void optionsThatCanNotBeMetAreRefusedBeforeAnythingIsMeasured() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(0, json()))
                .withMessage("connections: 0 (expected: 1..50000)");
        Path nowhere = directory.resolve("no/where.json");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(4, nowhere))
                .withMessage("json: " + nowhere + " (expected: a file that can be written)");
    }

    @Test
    void serverThatDoesNotStartIsToldWithItsOutput() {
        assertThatIllegalStateException()
                .isThrownBy(() -> bench(JavaCommand.of("no.such.Main")))
                .withMessageContaining("server ended")
                .withMessageContaining("no.such.Main");
    }

    private static List<String> subjects() {
        return List.of(
                "baseline",
                "baselinePlaced",
                "connectJson",
                "connectBinary",
                "refusal",
                "durableIssue");
    }

    private int bench(List<String> launcher) throws InterruptedException {
        return Bench.run(
                Study.SERVERS,
                new BenchOptions(4, 2, SHORT, SHORT, json(), launcher),
                new PrintStream(printed, true, UTF_8));
    }

    private static BenchOptions options(int connections, Path json) {
        return new BenchOptions(connections, 2, SHORT, SHORT, json, List.of());
    }

    private Path json() {
        return directory.resolve("bench.json");
    }

    private static double number(Json json, String name) {
        return Double.parseDouble(json.get(name).text());
    }
}
