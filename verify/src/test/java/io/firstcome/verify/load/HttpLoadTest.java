package io.firstcome.verify.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.firstcome.verify.load.ScriptedServer.Script;
import io.firstcome.verify.process.FreePort;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

class HttpLoadTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(100);

    @Test
    void everyRequestCarriesItsUserAndGetsItsOwnAnswer() throws Exception {
        CountedTraffic traffic = new CountedTraffic(500);
        try (ScriptedServer server = new ScriptedServer(HttpLoadTest::echo)) {
            LoadSummary summary = run(server.url(), 7, traffic);
            assertThat(summary).isEqualTo(new LoadSummary(500, 500, 0, 0));
        }
        List<String> expected = new ArrayList<>();
        for (int user = 0; user < 500; user++) {
            expected.add(user + " 200 {\"user\":\"u" + RequestTemplate.digits(user) + "\"}");
        }
        assertThat(traffic.answers).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void chunkedAnswersAreJoined() throws Exception {
        Script chunked = (_, out) -> write(out, head("Transfer-Encoding: chunked"), CHUNKS);
        assertThat(answersOf(chunked)).containsOnly("200 {\"a\":1}").hasSize(5);
    }

    private static final String CHUNKS = "3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n";

    @Test
    void answersInManyPiecesAreWhole() throws Exception {
        Script dripping =
                (_, out) -> {
                    String answer = head("content-length: 7") + "{\"a\":1}";
                    for (int index = 0; index < answer.length(); index++) {
                        write(out, answer.substring(index, index + 1));
                    }
                    return true;
                };
        assertThat(answersOf(dripping)).containsOnly("200 {\"a\":1}").hasSize(5);
    }

    @Test
    void answersLargerThanAnyBufferAreWhole() throws Exception {
        String body = "x".repeat(300_000);
        Script large = (_, out) -> write(out, head("Content-Length: 300000"), body);
        assertThat(answersOf(large)).containsOnly("200 " + body).hasSize(5);
    }

    @Test
    void refusalsKeepTheirStatus() throws Exception {
        Script refusing =
                (_, out) -> write(out, "HTTP/1.1 429 Too Many\r\nContent-Length: 2\r\n\r\nno");
        assertThat(answersOf(refusing)).containsOnly("429 no").hasSize(5);
    }

    @Test
    void serverThatClosesAfterEachAnswerLosesNothing() throws Exception {
        Script closing =
                (_, out) -> !write(out, head("Connection: close\r\nContent-Length: 2"), "ok");
        assertThat(answersOf(closing)).containsOnly("200 ok").hasSize(5);
    }

    @Test
    void resetsAreUnknownAndTheLoadGoesOn() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        Script resetting = (body, out) -> requests.incrementAndGet() % 3 != 0 && echo(body, out);
        CountedTraffic traffic = new CountedTraffic(30);
        try (ScriptedServer server = new ScriptedServer(resetting)) {
            LoadSummary summary = run(server.url(), 2, traffic);
            assertThat(summary.unknown()).isEqualTo(10);
        }
        assertThat(traffic.lost).hasSize(10).allMatch(lost -> lost.contains("connection"));
        assertThat(traffic.answers).hasSize(20);
    }

    @Test
    void silenceIsUnknownAfterTheTimeout() throws Exception {
        assertThat(lostBy((_, _) -> true, SHORT)).containsExactly("0 timeout", "1 timeout");
    }

    @Test
    void answersThatAreNoneAreUnknown() throws Exception {
        assertThat(lostBy((_, out) -> write(out, "SSH-2.0-OpenSSH\r\n\r\n")))
                .allMatch(lost -> lost.contains("malformed response: status line"))
                .hasSize(2);
        assertThat(lostBy((_, out) -> write(out, head("Content-Length: 1"), "22")))
                .allMatch(lost -> lost.contains("bytes after the response"))
                .hasSize(2);
        assertThat(lostBy((_, out) -> write(out, head("Content-Length: -7"))))
                .allMatch(lost -> lost.contains("length: -7"))
                .hasSize(2);
        assertThat(lostBy((_, out) -> write(out, head("Server: none"), "body")))
                .allMatch(lost -> lost.contains("neither Content-Length nor chunked"))
                .hasSize(2);
    }

    @Test
    void loadEndsWhenNobodyListens() throws Exception {
        CountedTraffic traffic = new CountedTraffic(3);
        URI nobody = URI.create("http://127.0.0.1:" + FreePort.find());
        LoadOptions options = new LoadOptions(nobody, 2, LIMIT, LIMIT, SHORT);
        LoadSummary summary = run(options, traffic);
        assertThat(summary.sent()).isZero();
        assertThat(summary.connectFailures()).isPositive();
    }

    @Test
    void nothingIsSentToAServerThatDoesNotProveItself() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> speakPlainly(server));
            URI url = URI.create("https://127.0.0.1:" + server.getLocalPort());
            LoadOptions options = new LoadOptions(url, 2, LIMIT, LIMIT, Duration.ofSeconds(2));
            LoadSummary summary = run(options, new CountedTraffic(3));
            assertThat(summary.sent()).isZero();
            assertThat(summary.connectFailures()).isPositive();
        }
    }

    private static void speakPlainly(ServerSocket server) {
        try {
            while (true) {
                try (Socket connection = server.accept()) {
                    write(connection.getOutputStream(), "SSH-2.0-OpenSSH\r\n\r\n");
                }
            }
        } catch (IOException _) {
            // closed: the test is over
        }
    }

    @Test
    void absentServerIsNotOverrunHoweverManyConnectionsAreMissing() throws Exception {
        URI nobody = URI.create("http://127.0.0.1:" + FreePort.find());
        LoadOptions options = new LoadOptions(nobody, 20_000, LIMIT, LIMIT, SHORT);
        LoadSummary summary = run(options, new CountedTraffic(3));
        assertThat(summary.connectFailures()).isBetween(128L, 2_000L);
    }

    @Test
    void loadEndsAtItsLimit() throws Exception {
        try (ScriptedServer server = new ScriptedServer(HttpLoadTest::echo)) {
            Duration limit = Duration.ofSeconds(1);
            LoadOptions options = new LoadOptions(server.url(), 2, limit, LIMIT, LIMIT);
            LoadSummary summary = run(options, new CountedTraffic(Integer.MAX_VALUE));
            assertThat(summary.sent()).isEqualTo(summary.answered()).isPositive();
        }
    }

    @Test
    void brokenTrafficEndsTheLoadWithItsException() throws Exception {
        Traffic broken =
                new Traffic() {
                    @Override
                    public long nextDueNanos() {
                        return NOW;
                    }

                    @Override
                    public int nextUser(long nowNanos) {
                        return 0;
                    }

                    @Override
                    public void answered(int user, Reply reply) {
                        throw new IllegalStateException("broken traffic");
                    }

                    @Override
                    public void unknown(int user, long due, long sent, long now, String cause) {
                        throw new IllegalStateException("lost: " + cause);
                    }
                };
        try (ScriptedServer server = new ScriptedServer(HttpLoadTest::echo)) {
            assertThatThrownBy(() -> run(server.url(), 1, broken))
                    .hasRootCauseMessage("broken traffic");
        }
    }

    @Test
    void answersAreReadBetweenTheRequestsOfARush() throws Exception {
        Semaphore written = new Semaphore(0);
        Script told =
                (body, out) -> {
                    boolean open = echo(body, out);
                    written.release();
                    return open;
                };
        Rush rush = new Rush(written);
        try (ScriptedServer server = new ScriptedServer(told)) {
            run(server.url(), Rush.USERS, rush);
        }
        assertThat(rush.askedBeforeTheFirstAnswer).isLessThan(Rush.USERS / 2);
    }

    /// All ask at one instant, each on a connection of its own, and none before the one before it
    /// is answered, though the answer may not be read yet.
    private static final class Rush implements Traffic {
        static final int USERS = 64;

        private final long openNanos = System.nanoTime() + Duration.ofMillis(500).toNanos();
        private final Semaphore written;
        private int asked;
        private int askedBeforeTheFirstAnswer;

        Rush(Semaphore written) {
            this.written = written;
        }

        @Override
        public long nextDueNanos() {
            return asked < USERS ? openNanos : NEVER;
        }

        @Override
        public int nextUser(long nowNanos) {
            if (asked > 0) {
                awaitWritten();
            }
            return asked++;
        }

        private void awaitWritten() {
            try {
                assertThat(written.tryAcquire(10, SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
        }

        @Override
        public void answered(int user, Reply reply) {
            if (askedBeforeTheFirstAnswer == 0) {
                askedBeforeTheFirstAnswer = asked;
            }
        }

        @Override
        public void unknown(int user, long due, long sent, long now, String cause) {
            throw new IllegalStateException("lost: " + cause);
        }
    }

    private static final RequestTemplate TEMPLATE =
            RequestTemplate.post("127.0.0.1", "/ask", "{\"user\":\"u", "\"}");

    private static LoadSummary run(URI url, int connections, Traffic traffic)
            throws InterruptedException {
        return run(new LoadOptions(url, connections, LIMIT, LIMIT, LIMIT), traffic);
    }

    private static LoadSummary run(LoadOptions options, Traffic traffic)
            throws InterruptedException {
        try (HttpLoad load = new HttpLoad(options, TEMPLATE, traffic)) {
            return load.run();
        }
    }

    private static List<String> answersOf(Script script) throws Exception {
        CountedTraffic traffic = new CountedTraffic(5);
        try (ScriptedServer server = new ScriptedServer(script)) {
            run(server.url(), 2, traffic);
        }
        return traffic.answers.stream().map(answer -> answer.substring(2)).toList();
    }

    private static List<String> lostBy(Script script) throws Exception {
        return lostBy(script, LIMIT);
    }

    private static List<String> lostBy(Script script, Duration requestTimeout) throws Exception {
        CountedTraffic traffic = new CountedTraffic(2);
        try (ScriptedServer server = new ScriptedServer(script)) {
            run(new LoadOptions(server.url(), 1, LIMIT, requestTimeout, LIMIT), traffic);
        }
        return traffic.lost;
    }

    private static String head(String headers) {
        return "HTTP/1.1 200 OK\r\nServer: scripted\r\n" + headers + "\r\n\r\n";
    }

    private static boolean echo(String body, OutputStream out) throws IOException {
        return write(out, head("Content-Length: " + body.length()), body);
    }

    private static boolean write(OutputStream out, String... parts) throws IOException {
        out.write(String.join("", parts).getBytes(UTF_8));
        out.flush();
        return true;
    }
}
