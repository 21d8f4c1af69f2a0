package io.firstcome.client;

import com.google.protobuf.ByteString;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Connect calls in binary protobuf over the JDK's HTTP client.
final class HttpTransport implements Transport {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final long TIMEOUT_MILLIS_MAX = 9_999_999_999L;

    private final HttpClient http;
    private final boolean isOwner;
    private final @Nullable String key;

    private HttpTransport(HttpClient http, boolean isOwner, @Nullable String key) {
        this.http = http;
        this.isOwner = isOwner;
        this.key = key;
    }

    /// Over a client of its own, which speaks HTTP/1.1 and is closed with this.
    ///
    /// @param key shown with each call; null for none
    static HttpTransport own(@Nullable String key) {
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .build();
        return new HttpTransport(http, true, key);
    }

    /// Over a client that somebody else closes.
    static HttpTransport over(HttpClient http, @Nullable String key) {
        return new HttpTransport(http, false, key);
    }

    @Override
    public CompletableFuture<HttpReply> post(Post post) {
        long millis = TimeUnit.NANOSECONDS.toMillis(post.timeoutNanos());
        HttpRequest request =
                request(post.uri(), "application/proto")
                        .header(
                                "connect-timeout-ms",
                                String.valueOf(Math.clamp(millis, 1, TIMEOUT_MILLIS_MAX)))
                        .POST(BodyPublishers.ofByteArray(post.body().toByteArray()))
                        .build();
        return within(
                post.timeoutNanos(),
                http.sendAsync(request, BodyHandlers.ofByteArray()),
                reply -> new HttpReply(reply.statusCode(), ByteString.copyFrom(reply.body())));
    }

    @Override
    public CompletableFuture<HttpStream> open(Post post) {
        HttpRequest request =
                request(post.uri(), "application/connect+proto")
                        .POST(BodyPublishers.ofByteArray(Envelope.ofMessage(post.body())))
                        .build();
        return within(
                post.timeoutNanos(),
                http.sendAsync(request, BodyHandlers.ofInputStream()),
                reply -> new HttpStream(reply.statusCode(), reply.body()));
    }

    private HttpRequest.Builder request(URI uri, String contentType) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .header("content-type", contentType)
                        .header("connect-protocol-version", "1");
        return key == null ? request : request.header("authorization", "Bearer " + key);
    }

    private static <B, R> CompletableFuture<R> within(
            long timeoutNanos,
            CompletableFuture<HttpResponse<B>> exchange,
            Function<HttpResponse<B>, R> reading) {
        CompletableFuture<R> reply =
                exchange.thenApply(reading).orTimeout(timeoutNanos, TimeUnit.NANOSECONDS);
        // After a timeout nobody waits for the exchange; when it is over this does nothing.
        CompletableFuture<?> _ = reply.whenComplete((_, _) -> exchange.cancel(true));
        return reply;
    }

    @Override
    public void close() {
        if (isOwner) {
            http.close();
        }
    }
}
