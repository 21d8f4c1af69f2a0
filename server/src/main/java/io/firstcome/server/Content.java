package io.firstcome.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.internal.buffer.BufferInternal;

/// What a request is answered with that only reads: GET gets it, HEAD is told of it.
///
/// @param body not to be changed
public record Content(String type, Buffer body) {
    public static Content text(String type, String body) {
        return new Content(type, Buffer.buffer(body));
    }

    /// Content that stands in memory once, outside of the heap, however many get it and however
    /// slowly: a socket does not need a copy of it.
    public static Content shared(String type, byte[] bytes) {
        ByteBuf memory = Unpooled.directBuffer(bytes.length).writeBytes(bytes);
        return new Content(type, BufferInternal.buffer(memory.asReadOnly()));
    }

    /// Whether a request only reads.
    public static boolean isAskedForBy(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) || isHead(request);
    }

    private static boolean isHead(HttpServerRequest request) {
        return request.method().equals(HttpMethod.HEAD);
    }

    /// Answers with this.
    public void answer(HttpServerRequest request, int status) {
        HttpServerResponse response = request.response();
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        if (isHead(request)) {
            response.end();
        } else {
            response.end(body);
        }
    }
}
