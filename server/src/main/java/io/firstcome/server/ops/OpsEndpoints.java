package io.firstcome.server.ops;

import io.firstcome.server.Content;
import io.firstcome.server.config.Role;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// `/livez`, `/readyz` and `/metrics`, the last at `/actuator/prometheus` too.
public final class OpsEndpoints implements Handler<HttpServerRequest> {
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;
    private final Role role;
    private final BooleanSupplier isReady;
    private final Predicate<@Nullable String> isKnown;

    /// @param role of this node, which `/readyz` tells
    /// @param isReady whether requests should be sent here
    /// @param isKnown whether metrics are told to whoever sends this `Authorization`
    public OpsEndpoints(
            Metrics metrics,
            Role role,
            BooleanSupplier isReady,
            Predicate<@Nullable String> isKnown) {
        this.metrics = metrics;
        this.role = role;
        this.isReady = isReady;
        this.isKnown = isKnown;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (!Content.isAskedForBy(request)) {
            request.response().putHeader("allow", "GET, HEAD");
            answer(request, 405, "GET is expected here\n");
            return;
        }
        switch (Objects.requireNonNullElse(request.path(), "")) {
            case "/livez" -> answer(request, 200, "alive\n");
            case "/readyz" -> answerReadiness(request);
            case "/metrics", "/actuator/prometheus" -> answerMetrics(request);
            default -> answer(request, 404, "nothing is here\n");
        }
    }

    private void answerMetrics(HttpServerRequest request) {
        if (isKnown.test(request.getHeader("authorization"))) {
            Content.text(PROMETHEUS, metrics.scrape()).answer(request, 200);
        } else {
            request.response().putHeader("www-authenticate", "Bearer");
            answer(request, 401, "a key is needed: Authorization: Bearer firstcome_...\n");
        }
    }

    private void answerReadiness(HttpServerRequest request) {
        boolean ready = isReady.getAsBoolean();
        String text = (ready ? "ready" : "not ready") + "\nrole: " + role.shown() + "\n";
        answer(request, ready ? 200 : 503, text);
    }

    private static void answer(HttpServerRequest request, int status, String text) {
        Content.text(PLAIN, text).answer(request, status);
    }
}
