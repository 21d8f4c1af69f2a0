package io.firstcome.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `serve` as a process of its own.
@Timeout(120)
class ServeProcessTest {
    private static final int SIGTERM_EXIT_CODE = 143;

    @TempDir Path directory;

    private Path loadedClasses = Path.of("");
    private @Nullable Process process;

    @BeforeEach
    void nameFiles() {
        loadedClasses = directory.resolve("classes.log");
    }

    @AfterEach
    void endProcess() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void itServesUntilItIsToldToStopAndThenEndsInOrder() throws Exception {
        Process server = start("--admin-port", "0", "--issue-port", "0");
        BufferedReader output = server.inputReader(UTF_8);

        String admin = lineWith("  admin  ", output).replace("  admin  ", "");
        assertThat(status(admin + "/readyz")).isEqualTo(200);
        // Through its handle, which leaves the output open.
        assertThat(server.toHandle().destroy()).isTrue();

        assertThat(lineWith("Stopped.", output)).isEqualTo("Stopped.");
        assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isEqualTo(SIGTERM_EXIT_CODE);
        assertThat(server.errorReader(UTF_8).lines()).isEmpty();
        assertThat(classes())
                .contains("io.firstcome.cli.serve.ServeCommand")
                .doesNotContain("io.firstcome.cli.IssueCommand")
                .noneMatch(name -> name.startsWith("io.firstcome.cli.campaign."))
                .noneMatch(name -> name.startsWith("io.firstcome.verify."))
                .noneMatch(name -> name.startsWith("io.firstcome.bench."));
    }

    @Test
    void aDataDirectoryInUseIsOneSentenceAndAFailure() throws Exception {
        Process first = start("--admin-port", "0", "--issue-port", "0");
        lineWith("  admin  ", first.inputReader(UTF_8));

        Process second = command("--admin-port", "0", "--issue-port", "0").start();

        assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(second.inputReader(UTF_8).lines()).isEmpty();
        assertThat(second.errorReader(UTF_8).lines())
                .singleElement()
                .asString()
                .contains("is in use by process " + first.pid());
    }

    private Process start(String... flags) throws IOException {
        Process started = command(flags).start();
        process = started;
        return started;
    }

    private ProcessBuilder command(String... flags) {
        Stream<String> java =
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xlog:class+load:file=" + loadedClasses + ":none",
                        "-cp",
                        classPath(),
                        "io.firstcome.cli.Main",
                        "serve",
                        "--data-dir",
                        directory.resolve("data").toString());
        ProcessBuilder command = new ProcessBuilder(Stream.concat(java, Stream.of(flags)).toList());
        command.environment().keySet().removeIf(name -> name.startsWith("FIRSTCOME_"));
        command.environment().put("LC_ALL", "C.UTF-8");
        return command;
    }

    /// Without what only tests have and the program would speak of: ArchUnit's logging.
    private static String classPath() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !entry.contains("slf4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String lineWith(String text, BufferedReader lines) throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(text)) {
                return line;
            }
            read.append(line).append('\n');
        }
        throw new AssertionError("no line with \"%s\" in:%n%s".formatted(text, read));
    }

    private static int status(String url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private Stream<String> classes() throws IOException {
        return Files.readAllLines(loadedClasses).stream()
                .map(line -> line.substring(0, line.indexOf(' ')));
    }
}
