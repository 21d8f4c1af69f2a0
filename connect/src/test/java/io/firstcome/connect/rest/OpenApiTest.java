package io.firstcome.connect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo;

import io.firstcome.connect.rest.openapi.Comments;
import io.firstcome.connect.rest.openapi.OpenApi;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/// The document of the [Library] says what its rules say.
class OpenApiTest {
    private final JsonObject document = document();

    private static JsonObject document() {
        SourceCodeInfo comments =
                SourceCodeInfo.newBuilder()
                        .addLocation(comment(" Keeps books.\n", 6, 0))
                        .addLocation(comment(" Gives a book. If there\n is one.\n", 6, 0, 2, 0))
                        .addLocation(comment(" How long\n it is.\n\n In pages.\n", 4, 1, 2, 2))
                        .build();
        FileDescriptorSet files =
                FileDescriptorSet.newBuilder()
                        .addFile(
                                Library.service().getFile().toProto().toBuilder()
                                        .setSourceCodeInfo(comments))
                        .build();
        String text =
                OpenApi.document(
                        new OpenApi.Info("Library", "1", "Books."),
                        Route.of(Library.service(), Library.TERMS),
                        new Comments(files));
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static SourceCodeInfo.Location comment(String text, Integer... path) {
        return SourceCodeInfo.Location.newBuilder()
                .addAllPath(List.of(path))
                .setLeadingComments(text)
                .build();
    }

    @Test
    void everyRuleIsAnOperation() {
        assertThat(document.getAsJsonObject("paths").keySet())
                .containsExactlyInAnyOrder(
                        "/v1/{name}",
                        "/v1/authors/{author.name}/books/{name}",
                        "/v1/books",
                        "/v1/books/{name}",
                        "/v1/books/{name}:seal",
                        "/v1/books/{name}:follow",
                        "/v1/books:follow",
                        "/v1/books/{name}/tags",
                        "/v1/files/{name}");
        assertThat(operation("/v1/authors/{author.name}/books/{name}", "get").get("operationId"))
                .hasToString("\"get2\"");
    }

    @Test
    void parametersAreThoseOfPathQueryAndHeaders() {
        assertThat(names(operation("/v1/authors/{author.name}/books/{name}", "get")))
                .containsExactly(
                        "author.name",
                        "name",
                        "title",
                        "pageCount",
                        "old",
                        "tags",
                        "author.country",
                        "printedAt",
                        "etag",
                        "If-Match");
        assertThat(names(operation("/v1/books", "post"))).containsExactly("If-Match", "Shelf");
    }

    @Test
    void bodiesLackWhatStandsInThePath() {
        JsonObject seal = schema(operation("/v1/books/{name}:seal", "post"), "requestBody");
        assertThat(seal.getAsJsonObject("properties").keySet()).doesNotContain("name").hasSize(8);
        JsonObject change = schema(operation("/v1/books/{name}", "patch"), "requestBody");
        assertThat(change.get("$ref").getAsString()).endsWith("/library.v1.Author");
    }

    @Test
    void responsesAreMessagesOrFields() {
        JsonObject tags = operation("/v1/books/{name}/tags", "get").getAsJsonObject("responses");
        assertThat(schema(tags, "200").get("type").getAsString()).isEqualTo("array");
        JsonObject created = operation("/v1/books", "post").getAsJsonObject("responses");
        assertThat(created.getAsJsonObject("201").getAsJsonObject("headers").keySet())
                .containsExactly("ETag", "Location");
    }

    @Test
    void streamsHaveAllTheirForms() {
        JsonObject followed =
                operation("/v1/books/{name}:follow", "get")
                        .getAsJsonObject("responses")
                        .getAsJsonObject("200");
        assertThat(followed.getAsJsonObject("content").keySet())
                .containsExactly("application/x-ndjson", "text/event-stream");
        assertThat(followed.has("headers")).isFalse();
    }

    @Test
    void commentsAreDescriptions() {
        JsonObject get = operation("/v1/{name}", "get");
        assertThat(get.get("summary").getAsString()).isEqualTo("Gives a book.");
        assertThat(get.get("description").getAsString())
                .isEqualTo("Gives a book. If there is one.");
        JsonObject pageCount =
                document.getAsJsonObject("components")
                        .getAsJsonObject("schemas")
                        .getAsJsonObject("library.v1.Book")
                        .getAsJsonObject("properties")
                        .getAsJsonObject("pageCount");
        assertThat(pageCount.get("description").getAsString())
                .isEqualTo("How long it is.\n\nIn pages.");
    }

    private JsonObject operation(String path, String verb) {
        return document.getAsJsonObject("paths").getAsJsonObject(path).getAsJsonObject(verb);
    }

    private static List<String> names(JsonObject operation) {
        Stream<JsonElement> parameters = operation.getAsJsonArray("parameters").asList().stream();
        return parameters.map(p -> p.getAsJsonObject().get("name").getAsString()).toList();
    }

    private static JsonObject schema(JsonObject holder, String name) {
        return holder.getAsJsonObject(name)
                .getAsJsonObject("content")
                .getAsJsonObject("application/json")
                .getAsJsonObject("schema");
    }
}
