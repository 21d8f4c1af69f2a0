package io.firstcome.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;

import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The documents of the API, and the viewer of them.
class ApiDocsTest extends RestTest {
    @Test
    void theDocumentsAreOpenApi() throws IOException {
        for (Rest port : List.of(admin, issue)) {
            Rest.Answer document = port.get("/openapi.json");
            assertThat(document.header("content-type")).isEqualTo("application/json");
            assertThat(errors(document.response().body(), resource("oas-3.1-schema.json")))
                    .isEmpty();
            JsonObject schemas =
                    document.body().getAsJsonObject("components").getAsJsonObject("schemas");
            schemas.entrySet()
                    .forEach(schema ->
                            assertThat(schemaErrors(schema.getValue().toString()))
                                    .as(schema.getKey())
                                    .isEmpty());
        }
    }

    private static List<?> errors(String document, String schema) {
        return new ValidatorFactory()
                        .withJsonNodeFactory(new GsonNode.Factory())
                        .validate(schema, document)
                        .getErrors()
                        .stream()
                        .map(error -> error.getInstanceLocation() + ": " + error.getError())
                        .toList();
    }

    private static List<?> schemaErrors(String schema) {
        String any = "{\"$ref\":\"https://json-schema.org/draft/2020-12/schema\"}";
        return errors(schema, any);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ApiDocsTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (Rest port : List.of(admin, issue)) {
            JsonObject document = port.get("/openapi.json").body();
            Set<String> schemas =
                    document.getAsJsonObject("components").getAsJsonObject("schemas").keySet();
            Matcher references =
                    Pattern.compile("#/components/schemas/([\\w.]+)").matcher(document.toString());
            Set<String> referred = new TreeSet<>();
            while (references.find()) {
                referred.add(references.group(1));
            }
            assertThat(referred).isEqualTo(new TreeSet<>(schemas));
        }
    }

    @Test
    void theyHaveEveryPathOfTheirPort() {
        assertThat(paths(admin))
                .contains(
                        "/v1/campaigns",
                        "/v1/campaigns/{campaignId}",
                        "/v1/campaigns/{campaignId}/coupons",
                        "/v1/campaigns/{campaignId}/coupons:stream",
                        "/v1/campaigns/{campaignId}/summary",
                        "/v1/campaigns/{campaignId}:end",
                        "/v1/campaigns/{campaignId}:pause",
                        "/v1/campaigns/{campaignId}:resume",
                        "/v1/campaigns/{campaignId}:watch");
        assertThat(paths(issue))
                .containsExactlyInAnyOrder(
                        "/coupons/issue",
                        "/v1/campaigns/{campaignId}/coupons",
                        "/v1/server-time",
                        "/v1/users/{userId}/coupons");
    }

    private static Set<String> paths(Rest port) {
        return port.get("/openapi.json").body().getAsJsonObject("paths").keySet();
    }

    @Test
    void theyTellWhatTheDefinitionsTell() {
        JsonObject create =
                admin.get("/openapi.json")
                        .body()
                        .getAsJsonObject("paths")
                        .getAsJsonObject("/v1/campaigns")
                        .getAsJsonObject("post");
        assertThat(create.get("summary").getAsString()).isEqualTo("Creates a campaign.");
        assertThat(create.getAsJsonArray("parameters").toString()).contains("Idempotency-Key");
        assertThat(create.getAsJsonObject("responses").keySet()).containsExactly("201", "default");
    }

    @Test
    void theViewerIsServedWholeAndAsksNobodyElse() {
        for (Rest port : List.of(admin, issue)) {
            Rest.Answer page = port.get("/docs");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("content-type")).startsWith("text/html");
            assertThat(page.header("content-security-policy")).startsWith("default-src 'self'");
            assertThat(page.response().body()).doesNotContain("://");
            Matcher links =
                    Pattern.compile("(?:href|src)=\"(.+?)\"").matcher(page.response().body());
            int count = 0;
            while (links.find()) {
                Rest.Answer part = port.get("/" + links.group(1));
                assertThat(part.status()).as(links.group(1)).isEqualTo(200);
                assertThat(part.response().body()).as(links.group(1)).isNotEmpty();
                count++;
            }
            assertThat(count).isEqualTo(4);
        }
    }

    @Test
    void otherPathsAreAsBefore() {
        assertThat(admin.get("/livez").response().body()).isEqualTo("alive\n");
        assertThat(issue.get("/livez").status()).isEqualTo(404);
        assertThat(admin.send("POST", "/docs", "").status()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/livez"})
    void aHeadIsAnsweredWithoutABody(String path) throws IOException {
        Rest.Answer get = admin.get(path);
        Rest.Answer head = admin.send("HEAD", path, "");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("content-length")).isEqualTo(get.header("content-length"));
        try (Http2Wire wire = new Http2Wire(server.adminPort())) {
            wire.request("HEAD", path);
            Http2Wire.Frame answer = wire.next();
            assertThat(answer.type()).isEqualTo(Http2Wire.HEADERS);
            assertThat(answer.endsStream()).isTrue();
        }
    }

    @Test
    void clientsThatDoNotReadHoldNoCopies() throws IOException {
        admin.get("/docs/swagger-ui-bundle.js");
        long usedBytes = usedHeapBytes();
        try (Http2Wire one = new Http2Wire(server.adminPort());
                Http2Wire other = new Http2Wire(server.adminPort())) {
            for (Http2Wire client : List.of(one, other)) {
                for (int i = 0; i < 100; i++) {
                    client.request("GET", "/docs/swagger-ui-bundle.js");
                }
                client.awaitHeads(100);
            }
            // Copies for all of them would be 300 MB.
            assertThat(usedHeapBytes() - usedBytes).isLessThan(50_000_000);
        }
    }

    private static long usedHeapBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
