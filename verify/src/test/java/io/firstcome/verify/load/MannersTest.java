package io.firstcome.verify.load;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.verify.load.ScriptedServer.Script;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Clients of every manner, and when what they do counts from.
class MannersTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long MILLI = 1_000_000;

    /// Users 0 to n-1 ask once each, all due when the traffic is made.
    static final class Users implements Traffic {
        final List<Long> latencyMillis = new ArrayList<>();
        final List<Long> lateMillis = new ArrayList<>();
        final List<String> lost = new ArrayList<>();
        private final long dueNanos = System.nanoTime();
        private final int users;
        private final Manner manner;
        private int next;

        Users(int users, Manner manner) {
            this.users = users;
            this.manner = manner;
        }

        @Override
        public long nextDueNanos() {
            return next < users ? dueNanos : NEVER;
        }

        @Override
        public int nextUser(long nowNanos) {
            return next++;
        }

        @Override
        public Manner manner() {
            return manner;
        }

        @Override
        public void answered(int user, Reply reply) {
            assertThat(reply.dueNanos()).isEqualTo(dueNanos);
            latencyMillis.add((reply.doneNanos() - reply.dueNanos()) / MILLI);
            lateMillis.add((reply.sentNanos() - reply.dueNanos()) / MILLI);
        }

        @Override
        public void unknown(int user, long due, long sentNanos, long nowNanos, String cause) {
            assertThat(due).isEqualTo(dueNanos);
            lost.add(user + " " + cause);
        }
    }

    @Test
    void waitingForAConnectionCounts() throws Exception {
        Script slow =
                (_, out) -> {
                    sleep(30);
                    return answer(out);
                };
        Users users = new Users(4, Manner.PLAIN);
        run(slow, 1, users);
        assertThat(users.latencyMillis).isSorted().hasSize(4);
        assertThat(users.latencyMillis.getLast()).isGreaterThanOrEqualTo(120);
        assertThat(users.lateMillis.getLast()).isBetween(90L, users.latencyMillis.getLast() - 30);
    }

    @Test
    void slowUsersTakeTheirTimeAndAreAnswered() throws Exception {
        List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        Users users = new Users(6, Manner.SLOW);
        LoadSummary summary = run(noting(bodies), 2, users);
        assertThat(summary).isEqualTo(new LoadSummary(6, 6, 0, 0));
        assertThat(bodies).containsExactlyInAnyOrderElementsOf(bodiesOf(6));
        assertThat(users.latencyMillis).allMatch(millis -> millis >= 40);
    }

    @Test
    void vanishingUsersHaveAskedAndHearNothing() throws Exception {
        List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch heard = new CountDownLatch(6);
        Script noting =
                (body, out) -> {
                    bodies.add(body);
                    heard.countDown();
                    return answer(out);
                };
        Users users = new Users(6, Manner.VANISHING);
        try (ScriptedServer server = new ScriptedServer(noting)) {
            LoadSummary summary = run(server, 2, users);
            assertThat(summary).isEqualTo(new LoadSummary(6, 0, 6, 0));
            heard.await();
        }
        assertThat(bodies).containsExactlyInAnyOrderElementsOf(bodiesOf(6));
        assertThat(users.lost).hasSize(6).allMatch(lost -> lost.endsWith(" vanished"));
    }

    @Test
    void serverThatHangsUpOnASlowUserIsUnknown() throws Exception {
        Users users = new Users(2, Manner.SLOW);
        LoadSummary summary = run((_, _) -> false, 1, users);
        assertThat(summary.unknown()).isEqualTo(2);
        assertThat(users.lost).allMatch(lost -> lost.contains("connection"));
    }

    @Test
    void aThousandConnectionsAreHeldAtOnce() throws Exception {
        CountDownLatch together = new CountDownLatch(1_000);
        Script patient =
                (_, out) -> {
                    together.countDown();
                    await(together);
                    return answer(out);
                };
        Users users = new Users(3_000, Manner.PLAIN);
        LoadSummary summary = run(patient, 1_000, users);
        assertThat(summary).isEqualTo(new LoadSummary(3_000, 3_000, 0, 0));
    }

    private static Script noting(List<String> bodies) {
        return (body, out) -> {
            bodies.add(body);
            return answer(out);
        };
    }

    static List<String> bodiesOf(int users) {
        List<String> bodies = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            bodies.add("u" + RequestTemplate.digits(user));
        }
        return bodies;
    }

    private static boolean answer(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(UTF_8));
        out.flush();
        return true;
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static LoadSummary run(Script script, int connections, Users users) throws Exception {
        try (ScriptedServer server = new ScriptedServer(script)) {
            return run(server, connections, users);
        }
    }

    private static LoadSummary run(ScriptedServer server, int connections, Users users)
            throws InterruptedException {
        LoadOptions options = new LoadOptions(server.url(), connections, LIMIT, LIMIT, LIMIT);
        RequestTemplate template = RequestTemplate.post("127.0.0.1", "/ask", "u", "");
        try (HttpLoad load = new HttpLoad(options, template, users)) {
            return load.run();
        }
    }
}
