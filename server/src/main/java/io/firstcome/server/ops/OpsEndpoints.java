package io.firstcome.server.ops;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

import java.util.Objects;
import java.util.function.BooleanSupplier;

/// `/livez`, `/readyz` and `/metrics`, the last at `/actuator/prometheus` too.
public final class OpsEndpoints implements Handler<HttpServerRequest> {
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;
    private final BooleanSupplier isReady;

    /// @param isReady whether requests should be sent here
    public OpsEndpoints(Metrics metrics, BooleanSupplier isReady) {
        this.metrics = metrics;
        this.isReady = isReady;
    }

    @Override
    public void handle(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            answer(response.putHeader("allow", "GET, HEAD"), 405, PLAIN, "GET is expected here\n");
            return;
        }
        switch (Objects.requireNonNullElse(request.path(), "")) {
            case "/livez" -> answer(response, 200, PLAIN, "alive\n");
            case "/readyz" -> answerReadiness(response);
            case "/metrics", "/actuator/prometheus" ->
                    answer(response, 200, PROMETHEUS, metrics.scrape());
            default -> answer(response, 404, PLAIN, "nothing is here\n");
        }
    }

    private void answerReadiness(HttpServerResponse response) {
        if (isReady.getAsBoolean()) {
            answer(response, 200, PLAIN, "ready\n");
        } else {
            answer(response, 503, PLAIN, "not ready\n");
        }
    }

    private static void answer(
            HttpServerResponse response, int status, String contentType, String body) {
        response.setStatusCode(status).putHeader("content-type", contentType).end(body);
    }
}
