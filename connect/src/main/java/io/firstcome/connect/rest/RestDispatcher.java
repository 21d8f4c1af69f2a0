package io.firstcome.connect.rest;

import com.google.protobuf.Message;

import io.firstcome.connect.Code;
import io.firstcome.connect.Fault;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.Method;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.Shown;
import io.firstcome.connect.http.Exchange;
import io.firstcome.connect.protocol.Settings;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// Serves exchanges: finds the route by path and HTTP method, and lets a call do the rest.
public final class RestDispatcher {
    static final String PROBLEM_JSON = "application/problem+json";

    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private final RestRoutes routes;
    private final Settings settings;

    public RestDispatcher(RestRoutes routes, Settings settings) {
        this.routes = routes;
        this.settings = settings;
    }

    /// Serves an exchange whose path is of this API; leaves others untouched.
    ///
    /// @return whether it is served
    public boolean serve(Exchange exchange) {
        RouteTree.Match match = routes.find(exchange.path());
        if (match != null) {
            serve(match, exchange);
            return true;
        }
        if (routes.claims(exchange.path())) {
            String problem = "path: " + Shown.of(exchange.path()) + " (expected: one of this API)";
            refuse(exchange, NOT_FOUND, null, new RpcError(Code.NOT_FOUND, problem));
            return true;
        }
        return false;
    }

    private void serve(RouteTree.Match match, Exchange exchange) {
        String verb = exchange.method().equals("HEAD") ? "GET" : exchange.method();
        Route route = match.routes().get(verb);
        if (route == null) {
            refuseVerb(exchange, match.routes().keySet());
        } else if (!isJson(exchange)) {
            refuse(
                    exchange,
                    UNSUPPORTED_MEDIA_TYPE,
                    null,
                    new RpcError(
                            Fault.UNSUPPORTED.code(),
                            "content-type: "
                                    + contentType(exchange)
                                    + " (expected: application/json)"));
        } else {
            serve(routes.method(route), route, exchange, match.segments());
        }
    }

    private <Q extends Message, S extends Message> void serve(
            Method<Q, S> method, Route route, Exchange exchange, List<String> path) {
        RestCall<Q, S> call = new RestCall<>(settings, method, route, exchange, path);
        if (route.hasBody()) {
            call.read();
        } else {
            call.answerWithoutBody();
        }
    }

    /// Whether the body, if there is one, says that it is JSON. Web pages of other sites must say
    /// it even where there is no body: browsers let any page post forms and text to any server, but
    /// JSON only where the server agrees.
    private static boolean isJson(Exchange exchange) {
        String contentType = exchange.header("content-type");
        if (contentType == null) {
            boolean isOfPage = exchange.header("origin") != null;
            return !isOfPage || !exchange.method().equals("POST");
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json");
    }

    private static String contentType(Exchange exchange) {
        String contentType = exchange.header("content-type");
        return contentType == null ? "missing" : Shown.of(contentType);
    }

    private void refuseVerb(Exchange exchange, Set<String> verbs) {
        Set<String> allowed = new TreeSet<>(verbs);
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        String list = String.join(", ", allowed);
        RpcError error =
                new RpcError(
                        Fault.UNSUPPORTED.code(),
                        "method: " + Shown.of(exchange.method()) + " (expected: " + list + ")");
        refuse(exchange, METHOD_NOT_ALLOWED, new Metadata().add("allow", list), error);
    }

    private void refuse(
            Exchange exchange, int status, @Nullable Metadata headers, RpcError problem) {
        RpcError error = settings.said(Fault.UNSUPPORTED, problem);
        exchange.respond(status, PROBLEM_JSON, headers, error.problem(status));
    }
}
