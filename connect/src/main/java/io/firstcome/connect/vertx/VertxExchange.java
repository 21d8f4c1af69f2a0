package io.firstcome.connect.vertx;

import io.firstcome.connect.Exchange;
import io.netty.channel.EventLoop;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

import org.jspecify.annotations.Nullable;

import java.net.SocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;

/// An exchange over Vert.x.
final class VertxExchange implements Exchange {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence PROTO = HttpHeaders.createOptimized("application/proto");
    private static final long NO_ERROR = 0;

    private final HttpServerRequest request;
    private final Connection connection;
    private boolean isReading;

    VertxExchange(HttpServerRequest request, Connection connection) {
        this.request = request;
        this.connection = connection;
    }

    @Override
    public String method() {
        return request.method().name();
    }

    @Override
    public String path() {
        return Objects.requireNonNullElse(request.path(), "");
    }

    @Override
    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    @Override
    public SocketAddress remoteAddress() {
        return connection.channel().remoteAddress();
    }

    @Override
    public void readBody(int maxBytes, BodyReceiver receiver) {
        RequestBody started = startBody();
        started.gather(maxBytes, receiver);
        if (isLonger(request.getHeader(HttpHeaders.CONTENT_LENGTH), maxBytes)) {
            started.overflow();
        } else if (request.getHeader(HttpHeaders.EXPECT) != null) {
            request.response().writeContinue();
        }
    }

    private static boolean isLonger(@Nullable String contentLength, int maxBytes) {
        try {
            return contentLength != null && Long.parseLong(contentLength) > maxBytes;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private RequestBody startBody() {
        isReading = true;
        RequestBody started = connection.bodyStarted(this);
        request.handler(started::add);
        request.endHandler(_ -> {
            connection.bodyEnded(started);
            started.end();
        });
        return started;
    }

    @Override
    public void execute(Runnable task) {
        EventLoop eventLoop = connection.channel().eventLoop();
        if (eventLoop.inEventLoop()) {
            task.run();
            return;
        }
        try {
            eventLoop.execute(task);
        } catch (RejectedExecutionException e) {
            // The server has stopped, and with it the client is gone.
        }
    }

    @Override
    public void respond(
            int status, @Nullable String contentType, Map<String, String> headers, byte[] content) {
        connection.exchangeEnded();
        HttpServerResponse response = request.response();
        if (response.closed() || response.ended()) {
            return;
        }
        response.setStatusCode(status);
        if (contentType != null) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, optimized(contentType));
        }
        headers.forEach(response::putHeader);
        response.end(Buffer.buffer(content));
        if (!isReading && !request.isEnded()) {
            startBody();
        }
    }

    private static CharSequence optimized(String contentType) {
        return switch (contentType) {
            case "application/json" -> JSON;
            case "application/proto" -> PROTO;
            default -> contentType;
        };
    }

    /// Stops receiving. What is left of the request would have to be read for the connection to be
    /// of use again, so over HTTP/1.1 that ends it; over HTTP/2 it ends the stream.
    void abandon() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(NO_ERROR);
        } else {
            connection.close();
        }
    }
}
