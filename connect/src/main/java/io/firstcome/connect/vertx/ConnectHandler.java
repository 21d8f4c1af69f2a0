package io.firstcome.connect.vertx;

import io.firstcome.connect.protocol.Dispatcher;
import io.firstcome.connect.rest.RestDispatcher;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.BooleanSupplier;

/// Serves requests as RPCs or over REST, and those that are neither by a fallback, or else with
/// HTTP status 404.
final class ConnectHandler implements Handler<HttpServerRequest> {
    private static final Logger LOG = System.getLogger(ConnectHandler.class.getName());
    private static final byte[] EMPTY = {};

    private final Dispatcher dispatcher;
    private final RestDispatcher restDispatcher;
    private final @Nullable Handler<HttpServerRequest> fallback;
    private final @Nullable Cors cors;
    private final BooleanSupplier isDraining;

    /// @param isDraining whether connections of HTTP/1.1 are to end with the next answer
    ConnectHandler(
            Dispatcher dispatcher,
            RestDispatcher restDispatcher,
            @Nullable Handler<HttpServerRequest> fallback,
            @Nullable Cors cors,
            BooleanSupplier isDraining) {
        this.dispatcher = dispatcher;
        this.restDispatcher = restDispatcher;
        this.fallback = fallback;
        this.cors = cors;
        this.isDraining = isDraining;
    }

    @Override
    public void handle(HttpServerRequest request) {
        Connection connection = Connection.of(request.connection());
        if (isDraining.getAsBoolean() && request.version() != HttpVersion.HTTP_2) {
            endWith(request.response(), connection);
        }
        if (cors != null && cors.answersPreflight(request)) {
            return;
        }
        connection.exchangeStarted();
        VertxExchange exchange = new VertxExchange(request, connection);
        if (serves(exchange)) {
            return;
        }
        if (fallback == null) {
            exchange.respond(404, null, null, EMPTY);
        } else {
            connection.exchangeLeftTo(request.response());
            fallBack(fallback, request);
        }
    }

    private static void endWith(HttpServerResponse response, Connection connection) {
        response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        response.endHandler(_ -> connection.closeSoon());
    }

    private boolean serves(VertxExchange exchange) {
        try {
            return dispatcher.serve(exchange) || restDispatcher.serve(exchange);
        } catch (Throwable e) {
            LOG.log(Level.ERROR, exchange.method() + " " + exchange.path() + " failed", e);
            exchange.breakOff();
            return true;
        }
    }

    private static void fallBack(Handler<HttpServerRequest> fallback, HttpServerRequest request) {
        try {
            fallback.handle(request);
        } catch (Throwable e) {
            LOG.log(Level.ERROR, request.method() + " " + request.path() + " failed", e);
            HttpServerResponse response = request.response();
            if (response.headWritten()) {
                response.reset();
            } else {
                response.setStatusCode(500).end();
            }
        }
    }
}
