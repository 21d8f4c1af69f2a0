package io.firstcome.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;

/// The client's side of a Connect stream of responses in JSON.
final class ServerStream implements AutoCloseable {
    private static final int END = 2;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final DataInputStream responses;
    private boolean isEnded;

    ServerStream(int port, String path, String request) throws IOException {
        byte[] json = request.getBytes(UTF_8);
        byte[] envelope =
                ByteBuffer.allocate(5 + json.length)
                        .put((byte) 0)
                        .putInt(json.length)
                        .put(json)
                        .array();
        HttpRequest post =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("content-type", "application/connect+json")
                        .POST(BodyPublishers.ofByteArray(envelope))
                        .build();
        try {
            responses = new DataInputStream(client.send(post, BodyHandlers.ofInputStream()).body());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /// The next message, the last one of which says how the stream ended.
    JsonObject next() throws IOException {
        isEnded = responses.readUnsignedByte() == END;
        byte[] json = responses.readNBytes(responses.readInt());
        return JsonParser.parseString(new String(json, UTF_8)).getAsJsonObject();
    }

    /// Whether `message`, which came last, ended the stream well.
    boolean isEnd(JsonObject message) {
        return isEnded && !message.has("error");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
