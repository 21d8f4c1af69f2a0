package io.firstcome.verify.adapter;

import io.firstcome.verify.client.ApiException;
import io.firstcome.verify.client.Caller;
import io.firstcome.verify.client.Json;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import javax.net.ssl.SSLHandshakeException;

/// Single calls to a system, beside the load.
record HttpCalls(URI adminUrl, URI issueUrl, Duration patience, HttpClient http)
        implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /// @param patience for how long a read is repeated while the server is away
    /// @param caller who says which servers are trusted
    HttpCalls(URI adminUrl, URI issueUrl, Duration patience, Caller caller) {
        this(adminUrl, issueUrl, patience, caller.newClient(CONNECT_TIMEOUT));
    }

    /// Calls once; any answer but a success in JSON is an [ApiException].
    Json call(Request request) throws InterruptedException {
        HttpResponse<String> response = send(request);
        if (response.statusCode() / 100 != 2) {
            throw new ApiException(
                    "%s: HTTP %d %s"
                            .formatted(request.path(), response.statusCode(), response.body()),
                    response.statusCode() >= 500);
        }
        try {
            return Json.parse(response.body());
        } catch (IllegalArgumentException broken) {
            throw new ApiException(request.path() + ": " + broken.getMessage(), false);
        }
    }

    /// Calls again while the server is away, at most for the patience. Only for reads.
    Json callUntil(Request request) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return call(request);
            } catch (ApiException fault) {
                if (!fault.isTransient() || System.nanoTime() - end > 0) {
                    throw fault;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private HttpResponse<String> send(Request request) throws InterruptedException {
        String body = request.body();
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(request.base(adminUrl, issueUrl).resolve(request.path()))
                        .timeout(CALL_TIMEOUT)
                        .method(
                                request.method(),
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (body != null) {
            builder.setHeader("Content-Type", "application/json");
        }
        request.headers().forEach(builder::setHeader);
        return send(builder.build());
    }

    /// Any answer of the issue server, of whatever status.
    HttpResponse<String> touch() throws InterruptedException {
        return send(HttpRequest.newBuilder(issueUrl.resolve("/")).timeout(CALL_TIMEOUT).build());
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (SSLHandshakeException cause) {
            throw ApiException.untrusted(request.uri(), cause);
        } catch (IOException cause) {
            throw new ApiException(request.uri() + ": not reachable (" + cause + ")", true);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
