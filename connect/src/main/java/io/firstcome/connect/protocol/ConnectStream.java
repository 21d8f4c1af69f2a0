package io.firstcome.connect.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.stream.JsonWriter;

import io.firstcome.connect.Metadata;
import io.firstcome.connect.Protocol;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.http.Exchange;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;

/// Connect's streams: whatever happens the HTTP status is 200, and how the call ended stands in an
/// envelope of its own.
///
/// @param requiresVersion whether a call has to say the version of the protocol
record ConnectStream(boolean requiresVersion) implements StreamProtocol {
    @Override
    public Protocol protocol() {
        return Protocol.CONNECT;
    }

    @Override
    public String encodingHeader() {
        return "connect-content-encoding";
    }

    @Override
    public String acceptEncodingHeader() {
        return "connect-accept-encoding";
    }

    @Override
    public long timeoutNanos(Exchange exchange) throws FaultException {
        ConnectHead.checkVersion(exchange.header(ConnectHead.VERSION), requiresVersion);
        return ConnectHead.timeoutNanos(exchange);
    }

    @Override
    public void end(Outgoing outgoing, @Nullable RpcError error, @Nullable Metadata trailers) {
        outgoing.begin(null);
        byte[] last = lastMessage(error, trailers).getBytes(UTF_8);
        outgoing.writeLast(outgoing.envelope(Envelope.CONNECT_END, last));
        outgoing.end(null);
    }

    private static String lastMessage(@Nullable RpcError error, @Nullable Metadata trailers) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject();
            if (error != null) {
                json.name("error").jsonValue(new String(error.json(), UTF_8));
            }
            if (trailers != null && !trailers.isEmpty()) {
                json.name("metadata");
                writeMetadata(json, trailers);
            }
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeMetadata(JsonWriter json, Metadata metadata) throws IOException {
        json.beginObject();
        for (Map.Entry<String, Collection<String>> entry : metadata.asMap().entrySet()) {
            json.name(entry.getKey()).beginArray();
            for (String value : entry.getValue()) {
                json.value(value);
            }
            json.endArray();
        }
        json.endObject();
    }
}
