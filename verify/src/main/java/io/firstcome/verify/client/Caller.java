package io.firstcome.verify.client;

import org.jspecify.annotations.Nullable;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;

import javax.net.ssl.SSLContext;

/// Who calls a server, and which servers are trusted.
///
/// @param key that a Firstcome server demands; null: none
/// @param trust null: whom this machine trusts
public record Caller(@Nullable String key, @Nullable SSLContext trust) {
    /// Without a key.
    public static final Caller ANYBODY = new Caller(null, null);

    /// A new client of HTTP/1.1 that trusts whom the caller trusts.
    public HttpClient newClient(Duration connectTimeout) {
        HttpClient.Builder client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(connectTimeout);
        return (trust == null ? client : client.sslContext(trust)).build();
    }

    /// A request that shows the key.
    public HttpRequest.Builder applyTo(HttpRequest.Builder request) {
        return key == null ? request : request.header("authorization", "Bearer " + key);
    }

    /// Leaves the key out.
    @Override
    public String toString() {
        return "Caller";
    }
}
