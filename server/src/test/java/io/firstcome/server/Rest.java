package io.firstcome.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

/// Calls over REST, on one port.
final class Rest implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    Rest(int port) {
        this.port = port;
    }

    /// An answer over REST.
    record Answer(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonObject body() {
            return JsonParser.parseString(response.body()).getAsJsonObject();
        }

        /// The value of a member, or of one inside of another, named with dots.
        String text(String path) {
            JsonObject holder = body();
            String name = path;
            for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.')) {
                holder = holder.getAsJsonObject(name.substring(0, dot));
                name = name.substring(dot + 1);
            }
            return holder.get(name).getAsString();
        }
    }

    Answer get(String path) {
        return send("GET", path, "");
    }

    /// @param headers names and values in turn
    Answer send(String verb, String path, String body, String... headers) {
        return TestServer.await(sendLater(verb, path, body, headers));
    }

    CompletableFuture<Answer> sendLater(String verb, String path, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(
                                verb,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("content-type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.sendAsync(request.build(), BodyHandlers.ofString(UTF_8))
                .thenApply(Answer::new);
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
