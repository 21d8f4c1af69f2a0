package io.firstcome.connect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/// Requests over REST become messages, and messages responses, as the rules say.
class RestTest {
    private final RestServer server = new RestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "/v1/shelves/1/books/2 | {\"name\":\"shelves/1/books/2\"}",
                "/v1/shelves/%EA%B0%80%2F/books/2 | {\"name\":\"shelves/가%2F/books/2\"}",
                "/v1/authors/ann/books/b | {\"name\":\"b\",\"author\":{\"name\":\"ann\"}}",
                "/v1/authors/a+b%2Fc%20d/books/b"
                        + " | {\"name\":\"b\",\"author\":{\"name\":\"a+b/c d\"}}",
                "/v1/files/a/b/c | {\"name\":\"a/b/c\"}",
                "/v1/files/a/b:c | {\"name\":\"a/b:c\"}",
                "/v1/files | {}",
                "/v1/shelves/1/books/2?pageCount=3 |"
                        + " {\"name\":\"shelves/1/books/2\",\"pageCount\":3}",
                "/v1/files/a?page_count=3&old=true | {\"name\":\"a\",\"pageCount\":3,\"old\":true}",
                "/v1/files/a?tags=x&tags=y+z&tags=%26"
                        + " | {\"name\":\"a\",\"tags\":[\"x\",\"y z\",\"&\"]}",
                "/v1/files/a?author.name=ann&author.country=kr"
                        + " | {\"name\":\"a\",\"author\":{\"name\":\"ann\",\"country\":\"kr\"}}",
                "/v1/authors/ann/books/b?author.country=kr"
                        + " | {\"name\":\"b\",\"author\":{\"name\":\"ann\",\"country\":\"kr\"}}",
                "/v1/files/a?printedAt=2025-06-23T20:57:00%2B09:00"
                        + " | {\"name\":\"a\",\"printedAt\":\"2025-06-23T11:57:00Z\"}",
                "/v1/files/a?& | {\"name\":\"a\"}",
            })
    void pathAndQuerySetFields(String path, String message) {
        HttpResponse<String> response = server.get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(message);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        assertThat(response.headers().firstValue("cache-control")).contains("no-store");
    }

    @Test
    void theBodyIsTheMessageButForItsPath() {
        HttpResponse<String> response =
                server.json("POST", "/v1/books/b:seal", "{\"title\":\"t\"}");
        assertThat(response.body()).isEqualTo("{\"name\":\"b\",\"title\":\"t\"}");
    }

    @Test
    void theSameValueInBodyAndPathIsNoConflict() {
        HttpResponse<String> response = server.json("POST", "/v1/books/b:seal", "{\"name\":\"b\"}");
        assertThat(response.body()).isEqualTo("{\"name\":\"b\"}");
    }

    @Test
    void theBodyIsAField() {
        HttpResponse<String> response =
                server.json("PATCH", "/v1/books/b?title=t", " {\"name\":\"ann\"} ");
        assertThat(response.body())
                .isEqualTo("{\"name\":\"b\",\"title\":\"t\",\"author\":{\"name\":\"ann\"}}");
    }

    @Test
    void aBodyMayBeLeftOut() {
        HttpResponse<String> response =
                server.send(server.request("/v1/books/b:seal").POST(BodyPublishers.noBody()));
        assertThat(response.body()).isEqualTo("{\"name\":\"b\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {"?tags=x&tags=y | [\"x\",\"y\"]", " | []"})
    void theResponseIsAField(@Nullable String query, String body) {
        String path = "/v1/books/b/tags" + (query == null ? "" : query);
        assertThat(server.get(path).body()).isEqualTo(body);
    }

    @Test
    void whatIsCreatedSaysWhere() {
        HttpResponse<String> response = server.json("POST", "/v1/books", "{\"title\":\"가 b\"}");
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("location")).contains("/v1/books/%EA%B0%80%20b");
    }

    @Test
    void etagsAreHeadersToo() {
        HttpResponse<String> response =
                server.send(
                        server.request("/v1/books/b:seal")
                                .header("content-type", "application/json")
                                .header("if-match", "\"7\"")
                                .POST(BodyPublishers.ofString("{}")));
        assertThat(response.body()).isEqualTo("{\"name\":\"b\",\"etag\":\"7\"}");
        assertThat(response.headers().firstValue("etag")).contains("\"7\"");
    }

    @Test
    void anyEtagWillDo() {
        HttpResponse<String> response =
                server.send(
                        server.request("/v1/books/b:seal")
                                .header("if-match", "*")
                                .POST(BodyPublishers.noBody()));
        assertThat(response.body()).isEqualTo("{\"name\":\"b\"}");
    }

    @Test
    void aHeadIsAGetWithoutABody() {
        HttpResponse<String> response =
                server.send(server.request("/v1/files/a").method("HEAD", BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void rpcsAreServedBeside() {
        assertThat(server.json("POST", "/library.v1.Library/Hidden", "{\"old\":true}").body())
                .isEqualTo("{\"old\":true}");
    }

    @Test
    void longAnswersAreCompressedForWhoTakesIt() {
        HttpResponse<String> response =
                server.send(
                        server.request("/v1/files/" + "a".repeat(2_000))
                                .header("accept-encoding", "gzip"));
        assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
    }
}
