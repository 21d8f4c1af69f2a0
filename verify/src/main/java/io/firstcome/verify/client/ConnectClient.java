package io.firstcome.verify.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import javax.net.ssl.SSLHandshakeException;

/// Unary Connect calls in JSON to one port of one server.
public final class ConnectClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final URI base;
    private final Caller caller;
    private final HttpClient http;

    public ConnectClient(URI base) {
        this(base, Caller.ANYBODY);
    }

    /// @param caller whose key is shown with each call
    public ConnectClient(URI base, Caller caller) {
        this.base = base;
        this.caller = caller;
        this.http = caller.newClient(CONNECT_TIMEOUT);
    }

    /// Calls once; any answer but a success is an `ApiException`.
    public Json call(String method, String body) throws InterruptedException {
        HttpRequest.Builder request =
                caller.applyTo(HttpRequest.newBuilder(base.resolve("/" + method)))
                        .header("Content-Type", "application/json")
                        .timeout(CALL_TIMEOUT)
                        .POST(BodyPublishers.ofString(body));
        HttpResponse<String> response;
        try {
            response = http.send(request.build(), BodyHandlers.ofString());
        } catch (SSLHandshakeException cause) {
            throw ApiException.untrusted(base, cause);
        } catch (IOException cause) {
            throw new ApiException(base + ": not reachable (" + cause + ")", true);
        }
        return read(method, response);
    }

    /// Calls again while the server is away, at most for `patience`. Only for calls that may be
    /// repeated.
    public Json callUntil(Duration patience, String method, String body)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return call(method, body);
            } catch (ApiException fault) {
                if (!fault.isTransient() || System.nanoTime() - end > 0) {
                    throw fault;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private Json read(String method, HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            boolean transientFault = response.statusCode() >= 500;
            throw new ApiException(
                    method + ": HTTP " + response.statusCode() + " " + response.body(),
                    transientFault);
        }
        try {
            return Json.parse(response.body());
        } catch (IllegalArgumentException broken) {
            throw new ApiException(method + ": " + broken.getMessage(), false);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
