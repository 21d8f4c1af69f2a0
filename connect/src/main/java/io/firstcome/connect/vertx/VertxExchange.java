package io.firstcome.connect.vertx;

import io.firstcome.connect.Metadata;
import io.firstcome.connect.http.Exchange;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.internal.buffer.BufferInternal;

import org.jspecify.annotations.Nullable;

import java.net.SocketAddress;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// An exchange over Vert.x.
final class VertxExchange implements Exchange {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence PROBLEM =
            HttpHeaders.createOptimized("application/problem+json");
    private static final CharSequence PROTO = HttpHeaders.createOptimized("application/proto");
    private static final CharSequence GRPC = HttpHeaders.createOptimized("application/grpc");
    private static final CharSequence GRPC_STATUS = HttpHeaders.createOptimized("grpc-status");
    private static final long NO_ERROR = 0;
    private static final long INTERNAL_ERROR = 2;

    private final HttpServerRequest request;
    private final Connection connection;
    private @Nullable RequestStream stream;
    private @Nullable Future<Void> sent;
    private boolean isReading;
    private boolean isOver;
    private boolean isAbandoned;

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
    public @Nullable String query() {
        return request.query();
    }

    @Override
    public boolean isHttp2() {
        return request.version() == HttpVersion.HTTP_2;
    }

    @Override
    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    @Override
    public Metadata headers() {
        Metadata headers = new Metadata();
        request.headers().forEach(headers::addAsReceived);
        return headers;
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
        } else {
            continueIfExpected();
        }
    }

    private static boolean isLonger(@Nullable String contentLength, int maxBytes) {
        try {
            return contentLength != null && Long.parseLong(contentLength) > maxBytes;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void continueIfExpected() {
        if (request.getHeader(HttpHeaders.EXPECT) != null) {
            request.response().writeContinue();
        }
    }

    private RequestBody startBody() {
        isReading = true;
        RequestBody started = connection.newBody(this);
        connection.await(started);
        request.handler(started::add);
        request.endHandler(_ -> {
            connection.stopAwaiting(started);
            started.end();
        });
        return started;
    }

    @Override
    public void readStream(StreamReceiver receiver) {
        isReading = true;
        RequestStream started = new RequestStream(connection, receiver);
        stream = started;
        request.handler(started::add);
        request.endHandler(_ -> started.end());
        continueIfExpected();
    }

    @Override
    public void setReading(boolean isReading) {
        if (stream == null || stream.isEnded() || isOver) {
            return;
        }
        if (isReading) {
            request.resume();
        } else {
            request.pause();
        }
    }

    @Override
    public void setAwaiting(boolean isAwaiting) {
        if (stream != null) {
            stream.setAwaiting(isAwaiting);
        }
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
    public Runnable schedule(long delayNanos, Runnable task) {
        ScheduledFuture<?> scheduled =
                connection.channel().eventLoop().schedule(task, delayNanos, TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    @Override
    public void onGone(Runnable task) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            gone(task);
        } else {
            response.closeHandler(_ -> gone(task));
        }
    }

    private void gone(Runnable task) {
        over();
        task.run();
    }

    /// @return whether it was not over before
    private boolean over() {
        boolean isFirst = !isOver;
        if (isFirst) {
            isOver = true;
            setAwaiting(false);
            connection.exchangeEnded();
        }
        return isFirst;
    }

    @Override
    public void respond(
            int status, @Nullable String contentType, @Nullable Metadata headers, byte[] content) {
        HttpServerResponse response = request.response();
        if (!over() || response.closed()) {
            return;
        }
        head(response, status, contentType, headers);
        if (HttpMethod.HEAD.equals(request.method())) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length));
            sent = response.end();
        } else {
            sent = response.end(wrapped(content));
        }
        discardRest();
    }

    @Override
    public void begin(int status, String contentType, @Nullable Metadata headers) {
        HttpServerResponse response = request.response();
        head(response, status, contentType, headers);
        if (!isHttp2()) {
            response.setChunked(true);
        }
    }

    private static void head(
            HttpServerResponse response,
            int status,
            @Nullable String contentType,
            @Nullable Metadata headers) {
        response.setStatusCode(status);
        if (contentType != null) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, optimized(contentType));
        }
        if (headers != null) {
            headers.forEach(response.headers()::add);
        }
    }

    @Override
    public void write(byte[] bytes) {
        if (!isOver) {
            request.response().write(wrapped(bytes));
        }
    }

    @Override
    public void flush() {
        if (!isOver && !request.response().headWritten()) {
            request.response().writeHead();
        }
    }

    @Override
    public boolean isWritable() {
        return isOver || !request.response().writeQueueFull();
    }

    @Override
    public void onWritable(Runnable task) {
        request.response().drainHandler(_ -> task.run());
    }

    @Override
    public void end(byte[] last, @Nullable Metadata trailers) {
        HttpServerResponse response = request.response();
        if (!over() || response.closed()) {
            return;
        }
        if (trailers != null) {
            MultiMap fields = response.trailers();
            trailers.forEach((name, value) -> fields.add(optimizedName(name), value));
        }
        sent = last.length == 0 ? response.end() : response.end(wrapped(last));
        discardRest();
    }

    @Override
    public void breakOff() {
        over();
        if (isHttp2()) {
            request.response().reset(INTERNAL_ERROR);
        } else {
            connection.close();
        }
    }

    private void discardRest() {
        if (stream != null && !stream.isEnded()) {
            startBody();
            request.resume();
        } else if (!isReading && !request.isEnded()) {
            startBody();
        }
    }

    /// Without a copy: nobody changes the bytes of an answer.
    private static Buffer wrapped(byte[] bytes) {
        return BufferInternal.buffer(Unpooled.wrappedBuffer(bytes));
    }

    private static CharSequence optimizedName(String name) {
        return name.equals("grpc-status") ? GRPC_STATUS : name;
    }

    private static CharSequence optimized(String contentType) {
        return switch (contentType) {
            case "application/json" -> JSON;
            case "application/problem+json" -> PROBLEM;
            case "application/proto" -> PROTO;
            case "application/grpc" -> GRPC;
            default -> contentType;
        };
    }

    /// Stops receiving. What is left of the request would have to be read for the connection to be
    /// of use again, so over HTTP/1.1 that ends it; over HTTP/2 it ends the stream, once the
    /// response is on its way: a reset would overtake it.
    void abandon() {
        if (isAbandoned) {
            return;
        }
        isAbandoned = true;
        if (sent == null) {
            abandonNow();
        } else {
            sent.onComplete(_ -> abandonNow());
        }
    }

    /// Stops receiving, whether or not the response is on its way.
    void abandonNow() {
        if (isHttp2()) {
            request.response().reset(NO_ERROR);
        } else {
            connection.close();
        }
    }
}
