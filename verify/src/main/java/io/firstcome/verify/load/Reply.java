package io.firstcome.verify.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.http2.EmptyHttp2Headers;
import io.netty.handler.codec.http2.Http2Headers;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// One HTTP response as the engine shows it to a `Traffic`: a view that is used again for the next.
public final class Reply {
    long dueNanos;
    long sentNanos;
    long doneNanos;
    int status;
    byte[] bytes = new byte[0];
    int bodyStart;
    int bodyEnd;
    Http2Headers trailers = EmptyHttp2Headers.INSTANCE;

    Reply() {}

    /// When the request was to be sent, however long it then waited for a free connection.
    public long dueNanos() {
        return dueNanos;
    }

    /// When the request was handed to the connection.
    public long sentNanos() {
        return sentNanos;
    }

    /// When the last byte of the response was read.
    public long doneNanos() {
        return doneNanos;
    }

    public int status() {
        return status;
    }

    public int bodyLength() {
        return bodyEnd - bodyStart;
    }

    /// Whether the body is exactly `expected`.
    public boolean bodyEquals(byte[] expected) {
        return Arrays.equals(bytes, bodyStart, bodyEnd, expected, 0, expected.length);
    }

    /// The body where it lies, until the next response is read.
    public ByteBuffer bodyView() {
        return ByteBuffer.wrap(bytes, bodyStart, bodyLength());
    }

    /// A copy of the body.
    public byte[] body() {
        return Arrays.copyOfRange(bytes, bodyStart, bodyEnd);
    }

    /// The body as text.
    public String bodyText() {
        return new String(bytes, bodyStart, bodyLength(), UTF_8);
    }

    /// What the server said under this name after the body, or in a response that is all head; null
    /// when it did not, and over HTTP/1.1.
    public @Nullable String trailer(String name) {
        CharSequence value = trailers.get(name);
        return value == null ? null : value.toString();
    }
}
