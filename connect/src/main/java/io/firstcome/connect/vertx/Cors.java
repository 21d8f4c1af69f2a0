package io.firstcome.connect.vertx;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// Lets pages of certain other origins call, by the CORS protocol of the Fetch standard. They never
/// send what a browser keeps of its user, such as cookies.
final class Cors {
    private static final String ANY = "*";
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";

    /// As long as any browser remembers it: two hours.
    private static final String MAX_AGE_SECONDS = "7200";

    private final Set<String> origins;

    /// @param origins `*` for all
    Cors(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /// Says in the head of the response who may read it, and answers the question whether a page
    /// may send a request.
    ///
    /// @return whether it was that question
    boolean answersPreflight(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        String allowed = allowed(request.getHeader(HttpHeaders.ORIGIN));
        if (!origins.contains(ANY)) {
            response.headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        if (allowed == null) {
            return false;
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, allowed);
        if (isPreflight(request)) {
            answerPreflight(request, response);
            return true;
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANY);
        return false;
    }

    private @Nullable String allowed(@Nullable String origin) {
        if (origin == null) {
            return null;
        }
        if (origins.contains(ANY)) {
            return ANY;
        }
        return origins.contains(origin) ? origin : null;
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    private static void answerPreflight(HttpServerRequest request, HttpServerResponse response) {
        String headers = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        if (headers != null) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
            response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS)
                .setStatusCode(204)
                .end();
    }
}
