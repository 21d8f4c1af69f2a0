package io.firstcome.connect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.Duration;
import com.google.protobuf.util.Durations;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.RetryInfo;

import io.firstcome.connect.Call;
import io.firstcome.connect.Code;
import io.firstcome.connect.Interceptor;
import io.firstcome.connect.Protocol;
import io.firstcome.connect.RpcError;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// Whatever is not a success over REST is said as problem details.
class RestErrorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "/v1/files/a?nmae=x | nmae | unknown parameter (expected: one of title, pageCount,",
                "/v1/files/a?name=b | name | unknown parameter (expected: one of title",
                "/v1/files/a?authors=b | authors | unknown parameter",
                "/v1/files/a?author=b | author | unknown parameter",
                "/v1/files/a?title=x&title=y | title | given twice (expected: once)",
                "/v1/files/a?pageCount=x | pageCount | \"x\" (expected: a whole number",
                "/v1/files/a?old=yes | old | \"yes\" (expected: true or false)",
            })
    void parametersThatAreWrongAreNamed(String path, String field, String problem) {
        try (RestServer server = new RestServer()) {
            JsonObject body = problem(server.get(path), 400);
            JsonObject violation = body.getAsJsonArray("violations").get(0).getAsJsonObject();
            assertThat(violation.get("field").getAsString()).isEqualTo(field);
            assertThat(violation.get("description").getAsString()).startsWith(problem);
            assertThat(body.get("code").getAsString()).isEqualTo("invalid_argument");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "POST | /v1/books/b:seal | {\"name\":\"c\"} | name: one value in the body, another",
                "POST | /v1/books/b:seal | {\"nmae\":\"c\"} | nmae: unknown field",
                "POST | /v1/books?title=x | {} | title: unknown parameter (expected: none)",
                "POST | /v1/books | {\"old\":7} | old: 7 (expected: true or false)",
                "POST | /v1/books | {} {} | body: not JSON",
                "PATCH | /v1/books/b | {\"old\":true} | author.old: unknown field",
                "PATCH | /v1/books/b | {},\"old\":true | body: not JSON",
                "PATCH | /v1/books/b?author.name=x | {} | author.name: unknown parameter",
                "GET | /v1/files/a?x=%FF | {} | query: \"%FF\" (expected: percent-encoded",
            })
    void soIsWhatIsWrongOtherwise(String verb, String path, String body, String detail) {
        try (RestServer server = new RestServer()) {
            assertThat(problem(server.json(verb, path, body), 400).get("detail").getAsString())
                    .startsWith(detail);
        }
    }

    @ParameterizedTest
    @CsvSource({"/v1/nothing", "/v1/shelves/1", "/v1/books//tags", "/v1/", "/v1", "/v1/books/"})
    void aPathThatOnlyBeginsLikeOneIsNotFound(String path) {
        try (RestServer server = new RestServer()) {
            assertThat(problem(server.get(path), 404).get("detail").getAsString())
                    .startsWith("path: ");
        }
    }

    @Test
    void otherPathsAreLeftToTheFallback() {
        try (RestServer server = new RestServer()) {
            assertThat(server.get("/elsewhere").body()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"DELETE,/v1/books,POST", "POST,/v1/files/a,'GET, HEAD'"})
    void anotherMethodIsToldWhichThereAre(String verb, String path, String allowed) {
        try (RestServer server = new RestServer()) {
            HttpResponse<String> response = server.json(verb, path, "{}");
            problem(response, 405);
            assertThat(response.headers().firstValue("allow")).contains(allowed);
        }
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        try (RestServer server = new RestServer()) {
            HttpRequest.Builder form =
                    server.request("/v1/books")
                            .header("content-type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("title=x"));
            assertThat(problem(server.send(form), 415).get("detail").getAsString())
                    .contains("expected: application/json");
        }
    }

    @Test
    void whereThereIsNoBodyItsTypeDoesNotMatter() {
        try (RestServer server = new RestServer()) {
            HttpRequest.Builder get =
                    server.request("/v1/files/a").header("content-type", "text/plain");
            assertThat(server.send(get).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"POST,/v1/books", "PATCH,/v1/books/b"})
    void aBodyThatIsNotUtf8IsRefused(String verb, String path) {
        byte[] body = "{\"name\":\"x\"}".getBytes(UTF_8);
        body[9] = (byte) 0xFF;
        try (RestServer server = new RestServer()) {
            HttpRequest.Builder request =
                    server.request(path)
                            .header("content-type", "application/json")
                            .method(verb, BodyPublishers.ofByteArray(body));
            assertThat(problem(server.send(request), 400).get("detail").getAsString())
                    .isEqualTo("body: not UTF-8 (expected: JSON in UTF-8)");
        }
    }

    @Test
    void aPageOfAnotherSiteCanNotPostWithoutAsking() {
        try (RestServer server = new RestServer()) {
            HttpRequest.Builder post =
                    server.request("/v1/books/b:seal")
                            .header("origin", "https://elsewhere.example")
                            .POST(BodyPublishers.noBody());
            problem(server.send(post), 415);
        }
    }

    @Test
    void aBodyThatIsTooLargeSaysSoByItsStatus() {
        try (RestServer server = new RestServer()) {
            String title = "x".repeat(20_000);
            problem(server.json("POST", "/v1/books", "{\"title\":\"" + title + "\"}"), 413);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {"7", "W/\"7\"", "\"7\", \"8\"", "\""})
    void anEtagHasToBeOneStrongTag(String ifMatch) {
        try (RestServer server = new RestServer()) {
            HttpRequest.Builder post =
                    server.request("/v1/books/b:seal")
                            .header("if-match", ifMatch)
                            .POST(BodyPublishers.noBody());
            assertThat(problem(server.send(post), 400).get("detail").getAsString())
                    .startsWith("if-match: ");
        }
    }

    @Test
    void anEtagThatDoesNotMatchFailsThePrecondition() {
        RpcError error = new RpcError(Code.ABORTED, "changed");
        try (RestServer server = new RestServer((_, _, reply) -> reply.error(error))) {
            HttpRequest.Builder post =
                    server.request("/v1/books/b:seal").POST(BodyPublishers.noBody());
            problem(server.send(post.copy()), 409);
            problem(server.send(post.header("if-match", "\"7\"")), 412);
        }
    }

    @Test
    void theDetailsOfAnErrorAreMembers() {
        RpcError error =
                new RpcError(
                        Code.UNAVAILABLE,
                        "Try later.",
                        List.of(
                                ErrorInfo.newBuilder()
                                        .setReason("TOO_BUSY")
                                        .setDomain("library.example")
                                        .putMetadata("waiting", "9")
                                        .build(),
                                LocalizedMessage.newBuilder()
                                        .setLocale("ko-KR")
                                        .setMessage("나중에")
                                        .build(),
                                RetryInfo.newBuilder()
                                        .setRetryDelay(Durations.fromMillis(1_250))
                                        .build()));
        try (RestServer server = new RestServer((_, _, reply) -> reply.error(error))) {
            HttpResponse<String> response = server.get("/v1/files/a");
            assertThat(problem(response, 503).toString())
                    .isEqualTo(
                            "{\"type\":\"tag:library.example,2026:TOO_BUSY\",\"title\":\"Too"
                                + " busy\",\"reason\":\"TOO_BUSY\",\"status\":503,\"detail\":\"Try"
                                + " later.\",\"code\":\"unavailable\","
                                + "\"metadata\":{\"waiting\":\"9\"},"
                                + "\"messages\":{\"ko-KR\":\"나중에\"},\"retryDelay\":\"1.250s\"}");
            assertThat(response.headers().firstValue("retry-after")).contains("2");
        }
    }

    @Test
    void aDelayThatIsNoneIsNotTold() {
        RetryInfo none =
                RetryInfo.newBuilder()
                        .setRetryDelay(Duration.newBuilder().setSeconds(1).setNanos(-1))
                        .build();
        RpcError error = new RpcError(Code.UNAVAILABLE, "Try later.", List.of(none));
        try (RestServer server = new RestServer((_, _, reply) -> reply.error(error))) {
            HttpResponse<String> response = server.get("/v1/files/a");
            problem(response, 503);
            assertThat(response.headers().firstValue("retry-after")).isEmpty();
        }
    }

    @Test
    void aHandlerThatThrowsTellsNothingOfIt() {
        try (RestServer server =
                new RestServer((_, _, _) -> {
                    throw new IllegalStateException("secret");
                })) {
            assertThat(problem(server.get("/v1/files/a"), 500).toString()).doesNotContain("secret");
        }
    }

    @Test
    void aDeadlineEndsACall() {
        try (RestServer server = new RestServer((_, _, _) -> {})) {
            HttpRequest.Builder get =
                    server.request("/v1/files/a").header("connect-timeout-ms", "20");
            assertThat(problem(server.send(get), 504).get("code").getAsString())
                    .isEqualTo("deadline_exceeded");
        }
    }

    @Test
    void interceptorsStandBeforeTheseCallsToo() {
        List<Protocol> begun = new CopyOnWriteArrayList<>();
        ConcurrentLinkedQueue<String> ended = new ConcurrentLinkedQueue<>();
        Interceptor interceptor =
                new Interceptor() {
                    @Override
                    public @Nullable RpcError begin(Call call) {
                        begun.add(call.protocol());
                        return call.header("key") == null
                                ? new RpcError(Code.UNAUTHENTICATED, "no key")
                                : null;
                    }

                    @Override
                    public void end(Call call, @Nullable RpcError error) {
                        ended.add(call.method().getName());
                    }
                };
        try (RestServer server =
                new RestServer((_, request, reply) -> reply.ok(request), interceptor)) {
            problem(server.get("/v1/files/a"), 401);
            assertThat(server.send(server.request("/v1/files/a").header("key", "k")).statusCode())
                    .isEqualTo(200);
        }
        assertThat(begun).containsExactly(Protocol.REST, Protocol.REST);
        assertThat(ended).containsExactly("Page");
    }

    private static JsonObject problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type"))
                .contains("application/problem+json");
        JsonObject body = JsonParser.parseString(response.body()).getAsJsonObject();
        assertThat(body.get("status").getAsInt()).isEqualTo(status);
        return body;
    }
}
