package io.firstcome.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.cli.Cli;
import io.firstcome.cli.Cli.Run;
import io.firstcome.server.FirstcomeServer;
import io.firstcome.server.config.Configuration;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
import java.util.Objects;
import java.util.stream.Stream;

/// What the files of `deploy/` say is what the command line and the server understand.
class DeployTest {
    private static final Path DEPLOY = Path.of("..", "deploy");

    private final HaproxyFile balancer = HaproxyFile.read(DEPLOY.resolve("haproxy.cfg"));
    private final List<String> image = Files.readAllLines(DEPLOY.resolve("Dockerfile"));

    @TempDir Path directory;

    DeployTest() throws IOException {}

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void theBalancerPassesOnToThePortsOnWhichTheNodesServe(String database) throws Exception {
        ComposeFile compose = compose(database);
        for (String node : compose.nodes()) {
            Map<?, ?> settings = settings(compose, node);
            String admin = String.valueOf(settings.get("admin-port"));
            String issue = String.valueOf(settings.get("issue-port"));

            assertThat(settings.get("bind")).isEqualTo("0.0.0.0");
            assertThat(image).contains("EXPOSE " + admin + " " + issue);
            assertThat(balancer.section("backend admin"))
                    .contains("server %s %s:%s".formatted(node, node, admin));
            assertThat(balancer.section("backend issue"))
                    .contains("server %s %s:%s".formatted(node, node, issue));
            assertThat(balancer.found("defaults", "check port (\\d+)")).containsExactly(admin);
        }
        assertThat(balancer.section("backend admin")).hasSameSizeAs(compose.nodes());
        assertThat(balancer.section("backend issue")).hasSameSizeAs(compose.nodes());
    }

    @Test
    void theBalancerAsksWhetherANodeIsReady() throws Exception {
        List<String> paths = balancer.found("defaults", "httpchk GET (\\S+)");
        assertThat(paths).hasSize(1);
        Map<String, String> flags =
                Map.of("data-dir", directory.toString(), "admin-port", "0", "issue-port", "0");
        FirstcomeServer server =
                FirstcomeServer.start(Configuration.read(flags, Map.of(), null).server());
        try (server;
                HttpClient client = HttpClient.newHttpClient()) {
            URI check = URI.create("http://127.0.0.1:" + server.adminPort() + paths.getFirst());
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(check).build(), BodyHandlers.ofString());
            assertThat(answer.body()).startsWith("ready");
            assertThat(balancer.found("defaults", "expect status (\\d+)"))
                    .containsExactly(String.valueOf(answer.statusCode()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void theBalancerIsPublishedWhereItListens(String database) throws Exception {
        List<String> listening =
                Stream.of("frontend admin", "frontend issue")
                        .flatMap(frontend -> balancer.found(frontend, "bind :(\\d+)").stream())
                        .toList();
        assertThat(compose(database).published("balancer")).isEqualTo(listening).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void theNodesOpenTheDatabaseThatIsMade(String database) throws Exception {
        ComposeFile compose = compose(database);
        Map<String, String> made = compose.environment("database");
        for (String node : compose.nodes()) {
            Map<String, String> opened = compose.environment(node);
            String url = Objects.requireNonNull(opened.get("FIRSTCOME_LEDGER"));
            assertThat(url).startsWith("jdbc:" + database + "://database:");
            assertThat(made)
                    .containsValue(url.replaceFirst(".*/", ""))
                    .containsValue(opened.get("FIRSTCOME_LEDGER_USER"))
                    .containsValue(opened.get("FIRSTCOME_LEDGER_PASSWORD"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void nodesHaveTheTimeToStopThatTheyTake(String database) throws Exception {
        ComposeFile compose = compose(database);
        for (String node : compose.nodes()) {
            Map<?, ?> settings = settings(compose, node);
            int taken =
                    seconds(settings.get("drain-time")) + seconds(settings.get("shutdown-timeout"));
            assertThat(seconds(compose.service(node).get("stop_grace_period")))
                    .isGreaterThan(taken);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void whenNodesSendTheirCallersAwayTheBalancerHasNoticed(String database) throws Exception {
        int checks = number("fall (\\d+)");
        int millisBetween = number("inter (\\d+)ms");
        ComposeFile compose = compose(database);
        for (String node : compose.nodes()) {
            int drainMillis = 1_000 * seconds(settings(compose, node).get("drain-time"));
            assertThat(drainMillis / 2).isGreaterThanOrEqualTo(checks * millisBetween);
        }
    }

    private int number(String pattern) {
        List<String> found = balancer.found("defaults", pattern);
        assertThat(found).as(pattern).hasSize(1);
        return Integer.parseInt(found.getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb"})
    void oneNodeBuildsTheImageOfAllAndNoneLeavesAVolume(String database) throws Exception {
        ComposeFile compose = compose(database);
        assertThat(compose.nodes())
                .allSatisfy(node -> {
                    assertThat(compose.service(node).get("image")).isEqualTo("firstcome");
                    assertThat(image).contains("VOLUME " + compose.service(node).get("tmpfs"));
                })
                .filteredOn(node -> compose.service(node).containsKey("build"))
                .singleElement()
                .satisfies(node -> {
                    Map<?, ?> build = ComposeFile.map(compose.service(node), "build");
                    Path context = DEPLOY.resolve(database).resolve((String) build.get("context"));
                    assertThat(context.resolve((String) build.get("dockerfile")))
                            .hasSameTextualContentAs(DEPLOY.resolve("Dockerfile"));
                });
    }

    private static ComposeFile compose(String database) throws IOException {
        ComposeFile compose = ComposeFile.read(DEPLOY.resolve(database).resolve("compose.yaml"));
        assertThat(compose.nodes()).isNotEmpty();
        return compose;
    }

    /// What `serve` makes of the words and the environment of a node.
    private Map<?, ?> settings(ComposeFile compose, String node) {
        assertThat(instruction("ENTRYPOINT")).isEqualTo(List.of("./firstcome"));
        List<?> words =
                compose.service(node).get("command") instanceof List<?> own
                        ? own
                        : instruction("CMD");
        Stream<String> printed =
                Stream.concat(words.stream().map(String::valueOf), Stream.of("--print-config"));
        Run run = Cli.run(compose.environment(node), printed.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return (Map<?, ?>) ComposeFile.yaml(run.out());
    }

    private List<String> instruction(String name) {
        return image.stream()
                .filter(line -> line.startsWith(name + " "))
                .flatMap(line ->
                        ((List<?>) ComposeFile.yaml(line.substring(name.length()))).stream())
                .map(String::valueOf)
                .toList();
    }

    private static int seconds(@Nullable Object duration) {
        return Integer.parseInt(String.valueOf(duration).replaceFirst("s$", ""));
    }
}
