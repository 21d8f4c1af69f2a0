package io.firstcome.bench;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

class StudyTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void aPacedServerIsAskedLessThanItCan() throws Exception {
        assertThat(study(ToyNode.launcher(false))).isZero();
        assertThat(printed.toString(UTF_8)).contains("processors", "full", "80 %");
    }

    @Test
    void aServerThatLiesFails() throws Exception {
        assertThat(study(ToyNode.launcher(true))).isEqualTo(1);
        assertThat(printed.toString(UTF_8)).contains("FAIL: full: issuedCount: ");
    }

    private int study(List<String> launcher) throws InterruptedException {
        return Bench.study(
                Study.PACE,
                new BenchOptions(4, 1, SHORT, SHORT, null, launcher),
                new PrintStream(printed, true, UTF_8));
    }
}
