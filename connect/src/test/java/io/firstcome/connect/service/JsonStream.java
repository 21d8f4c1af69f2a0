package io.firstcome.connect.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/// A Connect stream in JSON, to which all requests are sent at once.
final class JsonStream implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final DataInputStream responses;

    JsonStream(int port, String path, List<String> requests) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        DataOutputStream envelopes = new DataOutputStream(body);
        for (String request : requests) {
            byte[] json = request.getBytes(UTF_8);
            envelopes.writeByte(0);
            envelopes.writeInt(json.length);
            envelopes.write(json);
        }
        HttpRequest post =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("content-type", "application/connect+json")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build();
        responses = new DataInputStream(client.send(post, BodyHandlers.ofInputStream()).body());
    }

    /// The next message, the last one of which says how the stream ended.
    JsonObject next() throws IOException {
        responses.readByte();
        byte[] json = responses.readNBytes(responses.readInt());
        return JsonParser.parseString(new String(json, UTF_8)).getAsJsonObject();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
