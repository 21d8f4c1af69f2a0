package io.firstcome.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The program as a process of its own.
@Timeout(60)
class MainProcessTest {
    /// Through a shell, because Java can not pass Hangul on either when it runs in such a locale.
    private static final String SPRING_IN_UTF_8 =
            "exec \"$@\" --name \"$(printf '\\353\\264\\204')\"";

    @Test
    void hangulGoesInAndOutInALocaleWithoutUtf8() throws Exception {
        try (RecordingServer server = new RecordingServer()) {
            server.answers(200, "{\"campaign\":{\"campaignId\":\"x\",\"name\":\"봄\"}}");
            ProcessBuilder command =
                    new ProcessBuilder(
                            "sh",
                            "-c",
                            SPRING_IN_UTF_8,
                            "sh",
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "io.firstcome.cli.Main",
                            "campaign",
                            "update",
                            "x",
                            "--admin",
                            server.url());
            command.environment().put("LC_ALL", "C");

            Process process = command.start();

            assertThat(process.inputReader(UTF_8).lines()).contains("  name     봄");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
            assertThat(server.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.body()).contains("\"봄\""));
        }
    }
}
