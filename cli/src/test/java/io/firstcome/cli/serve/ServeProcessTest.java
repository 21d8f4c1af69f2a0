package io.firstcome.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// `serve` as a process of its own.
@Timeout(120)
class ServeProcessTest {
    private static final int SIGTERM_EXIT_CODE = 143;

    @TempDir Path directory;

    @Test
    void itServesUntilItIsToldToStopAndThenEndsInOrder() throws Exception {
        Path loadedClasses = directory.resolve("classes.log");
        List<String> logging = List.of("-Xlog:class+load:file=" + loadedClasses + ":none");
        try (ServeProcess server = ServeProcess.start(data(), logging, Map.of())) {
            assertThat(status(server.place("admin").resolve("/readyz"))).isEqualTo(200);
            Process process = server.process();
            // Through its handle, which leaves the output open.
            assertThat(process.toHandle().destroy()).isTrue();

            assertThat(server.lineWith("Stopped.")).isEqualTo("Stopped.");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(SIGTERM_EXIT_CODE);
            assertThat(process.errorReader(UTF_8).lines()).isEmpty();
        }
        assertThat(classes(loadedClasses))
                .contains("io.firstcome.cli.serve.ServeCommand")
                .doesNotContain("io.firstcome.cli.IssueCommand")
                .noneMatch(name -> name.startsWith("io.firstcome.cli.campaign."))
                .noneMatch(name -> name.startsWith("io.firstcome.verify."))
                .noneMatch(name -> name.startsWith("io.firstcome.bench."));
    }

    @Test
    void whileItDrainsItSaysThatItIsNotReadyAndServesAllTheSame() throws Exception {
        Map<String, String> drains = Map.of("FIRSTCOME_DRAIN_TIME", "3s");
        try (ServeProcess server = ServeProcess.start(data(), List.of(), drains)) {
            URI ready = server.place("admin").resolve("/readyz");
            URI time = server.place("issue").resolve("/v1/server-time");
            assertThat(status(ready)).isEqualTo(200);
            assertThat(server.process().toHandle().destroy()).isTrue();
            server.lineWith("Stopping");

            while (status(ready) == 200) {
                Thread.sleep(10);
            }
            assertThat(status(ready)).isEqualTo(503);
            assertThat(status(time)).isEqualTo(200);
            while (!endsItsConnection(time)) {
                Thread.sleep(10);
            }

            server.lineWith("Stopped.");
            assertThat(server.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(server.process().exitValue()).isEqualTo(SIGTERM_EXIT_CODE);
        }
    }

    private static boolean endsItsConnection(URI url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(url).version(HttpClient.Version.HTTP_1_1).build();
            HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.headers().allValues("connection").contains("close");
        }
    }

    @Test
    void aDataDirectoryInUseIsOneSentenceAndAFailure() throws Exception {
        try (ServeProcess first = ServeProcess.start(data(), List.of(), Map.of())) {
            first.lineWith("  admin  ");
            try (ServeProcess second = ServeProcess.start(data(), List.of(), Map.of())) {
                Process process = second.process();
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isEqualTo(1);
                assertThat(process.inputReader(UTF_8).lines()).isEmpty();
                assertThat(process.errorReader(UTF_8).lines())
                        .singleElement()
                        .asString()
                        .contains("is in use by process " + first.process().pid());
            }
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private static int status(URI url) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(url).build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static Stream<String> classes(Path loadedClasses) throws IOException {
        return Files.readAllLines(loadedClasses).stream()
                .map(line -> line.substring(0, line.indexOf(' ')));
    }
}
