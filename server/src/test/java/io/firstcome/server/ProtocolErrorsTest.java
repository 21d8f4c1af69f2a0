package io.firstcome.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonParser;

import io.firstcome.server.TestServer.Answer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/// Requests that do not come as far as their handler are refused in the same form as all others.
class ProtocolErrorsTest {
    @TempDir private Path directory;
    private TestServer server;

    @BeforeEach
    void start() {
        server = new TestServer(directory);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "CreateCampaign | {\"name\": | 400 | INVALID | body: ends early",
                "CreateCampaign | [] | 400 | INVALID | body: an array",
                "CreateCampaign | {\"nmae\":\"x\"} | 400 | INVALID | nmae: unknown field",
                "CreateCampaign | {\"name\":true} | 400 | INVALID | name: true (expected: a",
                "CreateCampaign | {\"issuanceStartTime\":\"2025-06-23T20:57:00\"} | 400 | INVALID"
                        + " | issuanceStartTime: \"2025-06-23T20:57:00\" (expected: RFC 3339",
                "NoSuchMethod | {} | 501 | UNSUPPORTED | path: ",
            })
    void sayTheirReasonInBothLanguages(
            String method, String body, int status, String reason, String message) {
        Answer answer = server.campaigns(method, body);
        assertThat(answer.status()).isEqualTo(status);
        assertSaid(answer, reason, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connect-protocol-version | 2 | 400 | INVALID | connect-protocol-version: ",
                "connect-timeout-ms | soon | 400 | INVALID | connect-timeout-ms: ",
                "content-encoding | br | 501 | UNSUPPORTED | content-encoding: ",
            })
    void soDoHeadersThatAreNotUnderstood(
            String header, String value, int status, String reason, String message)
            throws Exception {
        HttpRequest.Builder request =
                request().header("content-type", "application/json").header(header, value);
        Answer answer = send(request.POST(BodyPublishers.ofString("{}")).build());
        assertThat(answer.status()).isEqualTo(status);
        assertSaid(answer, reason, message);
    }

    @Test
    void soDoesABodyThatIsTooLarge() {
        String name = "x".repeat(20_000);
        Answer answer =
                server.issues(
                        "IssueCoupon", "{\"campaignId\":\"a\",\"userId\":\"%s\"}".formatted(name));
        assertThat(answer.status()).isEqualTo(429);
        assertSaid(answer, "TOO_LARGE", "body: too large (expected: at most 16384 bytes)");
    }

    @Test
    void soDoesAnUnknownFieldInBinary() throws Exception {
        byte[] field99 = {(byte) 0x98, 0x06, 0x01};
        HttpRequest.Builder request = request().header("content-type", "application/proto");
        Answer answer = send(request.POST(BodyPublishers.ofByteArray(field99)).build());
        assertThat(answer.status()).isEqualTo(400);
        assertSaid(answer, "INVALID", "99: unknown field number");
        assertThat(answer.detail("google.rpc.BadRequest").toString()).contains("\"99\"");
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(
                URI.create(
                        "http://127.0.0.1:"
                                + server.adminPort()
                                + "/admin.v1.CampaignService/CreateCampaign"));
    }

    private static Answer send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString(UTF_8));
            return new Answer(
                    response.statusCode(),
                    JsonParser.parseString(response.body()).getAsJsonObject());
        }
    }

    private static void assertSaid(Answer answer, String reason, String message) {
        assertThat(answer.body().get("message").getAsString()).startsWith(message);
        assertThat(answer.reason()).isEqualTo(reason);
        assertThat(answer.detail("google.rpc.LocalizedMessage").get("locale").getAsString())
                .isEqualTo("ko-KR");
        assertThat(answer.detail("google.rpc.LocalizedMessage").get("message").getAsString())
                .isNotEmpty();
    }
}
