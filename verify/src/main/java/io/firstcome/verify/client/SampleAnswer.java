package io.firstcome.verify.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Map;

/// An answer that a system could give to an ask.
///
/// @param trailers what follows the body over HTTP/2; empty: the answer is one of HTTP/1.1
public record SampleAnswer(int status, ByteBuffer body, Map<String, String> trailers) {
    public SampleAnswer {
        body = body.asReadOnlyBuffer();
        trailers = Map.copyOf(trailers);
    }

    /// Over HTTP/1.1.
    static SampleAnswer of(int status, String body) {
        return new SampleAnswer(status, ByteBuffer.wrap(body.getBytes(UTF_8)), Map.of());
    }

    /// A copy of the body.
    public byte[] bytes() {
        byte[] bytes = new byte[body.remaining()];
        body.get(body.position(), bytes);
        return bytes;
    }
}
