package io.firstcome.verify.load;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.verify.load.MannersTest.Users;
import io.firstcome.verify.load.ScriptedHttp2Server.Call;
import io.firstcome.verify.load.ScriptedHttp2Server.Script;
import io.firstcome.verify.process.FreePort;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Settings;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// What the engine does over HTTP/2; what it does whatever it speaks is in [HttpLoadTest].
class Http2LoadTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final int FIRST_STREAM = 3;
    private static final Map<String, String> OK = Map.of(":status", "200");
    private static final Map<String, String> ENDED = Map.of("grpc-status", "0");

    @Test
    void everyRequestCarriesItsUserAndGetsItsOwnAnswer() throws Exception {
        CountedTraffic traffic = new CountedTraffic(500);
        try (ScriptedHttp2Server server = new ScriptedHttp2Server(Http2LoadTest::echo)) {
            LoadSummary summary = run(server.url(), 7, traffic);
            assertThat(summary).isEqualTo(new LoadSummary(500, 500, 0, 0));
            assertThat(server.connections()).isEqualTo(7);
        }
        List<String> expected = new ArrayList<>();
        for (int user = 0; user < 500; user++) {
            expected.add(user + " 200 u" + RequestTemplate.digits(user) + " 0");
        }
        assertThat(traffic.answers).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theHeadIsThatOfACallOfGrpc() throws Exception {
        List<String> heads = Collections.synchronizedList(new ArrayList<>());
        Script noting =
                (call, body) -> {
                    call.head()
                            .forEach(field -> heads.add(field.getKey() + "=" + field.getValue()));
                    echo(call, body);
                };
        assertThat(answersOf(noting, 1)).hasSize(1);
        assertThat(heads)
                .containsExactlyInAnyOrder(
                        ":method=POST",
                        ":scheme=http",
                        ":authority=127.0.0.1",
                        ":path=/ask",
                        "content-type=application/grpc",
                        "te=trailers");
    }

    @Test
    void answersInManyPiecesAreWhole() throws Exception {
        Script dripping =
                (call, _) ->
                        call.headers(OK, false)
                                .data("", false)
                                .data("{\"a", false)
                                .data("\":1}", false)
                                .headers(ENDED, true);
        assertThat(answersOf(dripping, 5)).containsOnly("200 {\"a\":1} 0").hasSize(5);
    }

    @Test
    void answersLargerThanAnyWindowAreWhole() throws Exception {
        String body = "x".repeat(300_000);
        Script large = (call, _) -> call.headers(OK, false).data(body, false).headers(ENDED, true);
        assertThat(answersOf(large, 5)).containsOnly("200 " + body + " 0").hasSize(5);
    }

    @Test
    void anAnswerWithoutABodyHasItsStatusInItsHead() throws Exception {
        Script refusing =
                (call, _) -> call.headers(Map.of(":status", "200", "grpc-status", "8"), true);
        assertThat(answersOf(refusing, 5)).containsOnly("200  8").hasSize(5);
    }

    @Test
    void anAnswerWithoutTrailersHasNoneOfTheOneBefore() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        Script forgetful =
                (call, body) -> {
                    if (requests.incrementAndGet() % 2 == 0) {
                        call.headers(Map.of(":status", "502"), false).data("gone", true);
                    } else {
                        echo(call, body);
                    }
                };
        assertThat(answersOf(forgetful, 4))
                .containsExactly("200 u000000000 0", "502 gone", "200 u000000002 0", "502 gone");
    }

    @Test
    void resetsAreUnknownAndTheLoadGoesOn() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        Script resetting =
                (call, body) -> {
                    if (requests.incrementAndGet() % 3 == 0) {
                        call.reset(Http2Error.ENHANCE_YOUR_CALM);
                    } else {
                        echo(call, body);
                    }
                };
        CountedTraffic traffic = run(resetting, 30);
        assertThat(traffic.lost)
                .hasSize(10)
                .allMatch(lost -> lost.endsWith(" stream reset: ENHANCE_YOUR_CALM"));
        assertThat(traffic.answers).hasSize(20);
    }

    @Test
    void whatWasBegunAndCutOffIsUnknown() throws Exception {
        assertThat(lostBy((call, _) -> call.close()))
                .containsExactly("0 connection closed", "1 connection closed");
        assertThat(lostBy((call, _) -> call.headers(OK, false).data("ha", false).close()))
                .containsExactly("0 connection closed", "1 connection closed");
    }

    @Test
    void silenceIsUnknownAfterTheTimeout() throws Exception {
        assertThat(lostBy((_, _) -> {}, SHORT)).containsExactly("0 timeout", "1 timeout");
        assertThat(lostBy((call, _) -> call.headers(OK, false), SHORT))
                .containsExactly("0 timeout", "1 timeout");
    }

    @Test
    void serverThatGoesAwayBetweenRequestsLosesNothing() throws Exception {
        Script leaving =
                (call, body) -> {
                    echo(call, body);
                    call.goAway(0);
                };
        CountedTraffic traffic = new CountedTraffic(3, SHORT);
        try (ScriptedHttp2Server server = new ScriptedHttp2Server(leaving)) {
            assertThat(run(server.url(), 1, traffic)).isEqualTo(new LoadSummary(3, 3, 0, 0));
        }
    }

    @Test
    void serverThatGoesAwayMayStillAnswer() throws Exception {
        Script leaving = (call, body) -> echo(call.goAway(0), body);
        CountedTraffic traffic = new CountedTraffic(5);
        try (ScriptedHttp2Server server = new ScriptedHttp2Server(leaving)) {
            assertThat(run(server.url(), 1, traffic)).isEqualTo(new LoadSummary(5, 5, 0, 0));
            assertThat(server.connections()).isBetween(5, 6);
        }
    }

    @Test
    void serverThatGoesAwayWithoutTheRequestLosesIt() throws Exception {
        // of stream 0, thus of no request, and without an error
        String goAway = "00 00 08 07 00 00 00 00 00 00 00 00 00 00 00 00 00";
        assertThat(lostBy((call, _) -> call.frame(goAway)))
                .containsExactly("0 server goes away", "1 server goes away");
    }

    @Test
    void answersThatAreNoneAreUnknown() throws Exception {
        malformed((call, _) -> call.raw("HTTP/1.1 400 Bad Request\r\n\r\n"), "");
        malformed((call, _) -> call.frame("ff ff ff 00 00 00 00 00 01"), "Frame length");
        malformed((call, _) -> call.frame("00 00 02 01 05 00 00 00 03 ff ff"), "");
        malformed((call, _) -> call.frame("00 00 01 00 01 00 00 00 03 61"), "");
        malformed((call, _) -> call.headers(Map.of(":status", "fine"), true), "status: fine");
        malformed((call, _) -> call.headers(Map.of("grpc-status", "0"), true), "no status");
    }

    private static void malformed(Script script, String why) throws Exception {
        assertThat(lostBy(script))
                .hasSize(2)
                .allMatch(lost -> lost.contains(" malformed response: ") && lost.contains(why));
    }

    /// The server's window is closed, so the body of the second request does not go out.
    @Test
    void anAnswerToHalfARequestIsTheLastOfItsConnection() throws Exception {
        Script early =
                new Script() {
                    @Override
                    public void began(Call call) {
                        if (call.stream().id() > FIRST_STREAM) {
                            call.headers(Map.of(":status", "503"), true);
                        }
                    }

                    @Override
                    public void asked(Call call, String body) {
                        echo(call, body);
                    }
                };
        CountedTraffic traffic = new CountedTraffic(4);
        Http2Settings closed = Http2Settings.defaultSettings().initialWindowSize(0);
        try (ScriptedHttp2Server server = new ScriptedHttp2Server(early, closed)) {
            LoadOptions options =
                    new LoadOptions(server.url(), 1, LIMIT, Duration.ofSeconds(2), LIMIT);
            LoadSummary summary = run(options, traffic);
            assertThat(traffic.lost).isEmpty();
            assertThat(summary).isEqualTo(new LoadSummary(4, 4, 0, 0));
        }
        assertThat(traffic.answers)
                .containsExactly("0 200 u000000000 0", "1 503 ", "2 200 u000000002 0", "3 503 ");
    }

    @Test
    void serverThatTakesNoStreamsIsToldOf() throws Exception {
        Http2Settings none = Http2Settings.defaultSettings().maxConcurrentStreams(0);
        CountedTraffic traffic = new CountedTraffic(2, SHORT);
        try (ScriptedHttp2Server server = new ScriptedHttp2Server(Http2LoadTest::echo, none)) {
            run(server.url(), 1, traffic);
        }
        assertThat(traffic.lost).hasSize(2).allMatch(lost -> lost.contains(" not sent: Maximum"));
    }

    @Test
    void loadEndsWhenNobodyListens() throws Exception {
        CountedTraffic traffic = new CountedTraffic(3);
        URI nobody = URI.create("http://127.0.0.1:" + FreePort.find());
        LoadSummary summary = run(new LoadOptions(nobody, 2, LIMIT, LIMIT, SHORT), traffic);
        assertThat(summary.sent()).isZero();
        assertThat(summary.connectFailures()).isPositive();
    }

    @Test
    void slowUsersTakeTheirTimeAndAreAnswered() throws Exception {
        List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        Script noting =
                (call, body) -> {
                    bodies.add(body);
                    echo(call, body);
                };
        Users users = new Users(6, Manner.SLOW);
        try (ScriptedHttp2Server server = new ScriptedHttp2Server(noting)) {
            assertThat(run(server.url(), 2, users)).isEqualTo(new LoadSummary(6, 6, 0, 0));
        }
        assertThat(bodies).containsExactlyInAnyOrderElementsOf(MannersTest.bodiesOf(6));
        assertThat(users.latencyMillis).allMatch(millis -> millis >= 40);
    }

    @Test
    void vanishingUsersHaveAskedAndHearNothing() throws Exception {
        List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch heard = new CountDownLatch(6);
        Script noting =
                (_, body) -> {
                    bodies.add(body);
                    heard.countDown();
                };
        Users users = new Users(6, Manner.VANISHING);
        try (ScriptedHttp2Server server = new ScriptedHttp2Server(noting)) {
            assertThat(run(server.url(), 2, users)).isEqualTo(new LoadSummary(6, 0, 6, 0));
            assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(bodies).containsExactlyInAnyOrderElementsOf(MannersTest.bodiesOf(6));
        assertThat(users.lost).hasSize(6).allMatch(lost -> lost.endsWith(" vanished"));
    }

    private static void echo(Call call, String body) {
        call.headers(OK, false).data(body, false).headers(ENDED, true);
    }

    private static List<String> answersOf(Script script, int users) throws Exception {
        return run(script, users).answers.stream().map(answer -> answer.substring(2)).toList();
    }

    private static List<String> lostBy(Script script) throws Exception {
        return lostBy(script, LIMIT);
    }

    private static List<String> lostBy(Script script, Duration timeout) throws Exception {
        CountedTraffic traffic = new CountedTraffic(2);
        try (ScriptedHttp2Server server = new ScriptedHttp2Server(script)) {
            run(new LoadOptions(server.url(), 1, LIMIT, timeout, LIMIT), traffic);
        }
        assertThat(traffic.answers).isEmpty();
        return traffic.lost;
    }

    private static CountedTraffic run(Script script, int users) throws Exception {
        CountedTraffic traffic = new CountedTraffic(users);
        try (ScriptedHttp2Server server = new ScriptedHttp2Server(script)) {
            run(server.url(), 1, traffic);
        }
        return traffic;
    }

    private static LoadSummary run(URI url, int connections, Traffic traffic)
            throws InterruptedException {
        return run(new LoadOptions(url, connections, LIMIT, LIMIT, LIMIT), traffic);
    }

    private static LoadSummary run(LoadOptions options, Traffic traffic)
            throws InterruptedException {
        RequestTemplate template =
                RequestTemplate.overHttp2(
                        "127.0.0.1", "/ask", "application/grpc", "u".getBytes(UTF_8));
        try (HttpLoad load = new HttpLoad(options, template, traffic)) {
            return load.run();
        }
    }
}
