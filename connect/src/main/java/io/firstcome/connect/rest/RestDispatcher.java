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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Serves exchanges: finds the route by path and HTTP method, and lets a call do the rest.
public final class RestDispatcher {
    private static final String JSON = "application/json";
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
        boolean isHead = exchange.method().equals("HEAD");
        Route route = match.routes().get(isHead ? "GET" : exchange.method());
        if (route == null || (isHead && route.isStream())) {
            refuseVerb(exchange, match.routes());
        } else if (!hasRightType(route, exchange)) {
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
        RestCodec<Q, S> codec = new RestCodec<>(method, route, exchange, path);
        if (route.isStream()) {
            new RestStream<>(settings, codec).open();
        } else if (route.hasBody()) {
            new RestCall<>(settings, codec).read();
        } else {
            new RestCall<>(settings, codec).answerWithoutBody();
        }
    }

    /// Whether the body, if there can be one, says that it is JSON. Web pages of other sites must
    /// say it of every POST: browsers let any page post forms and text to any server, but JSON only
    /// where the server agrees.
    private static boolean hasRightType(Route route, Exchange exchange) {
        boolean isPost = route.verb().equals("POST");
        if (!isPost && !route.hasBody()) {
            return true;
        }
        String contentType = exchange.header("content-type");
        return contentType == null
                ? !isPost || exchange.header("origin") == null
                : isJson(contentType);
    }

    private static boolean isJson(String contentType) {
        return contentType.equals(JSON)
                || contentType.split(";", 2)[0].strip().equalsIgnoreCase(JSON);
    }

    private static String contentType(Exchange exchange) {
        String contentType = exchange.header("content-type");
        return contentType == null ? "missing" : Shown.of(contentType);
    }

    private void refuseVerb(Exchange exchange, Map<String, Route> routes) {
        Set<String> allowed = new TreeSet<>(routes.keySet());
        Route get = routes.get("GET");
        if (get != null && !get.isStream()) {
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
        exchange.respond(status, RestError.PROBLEM_JSON, headers, error.problem(status));
    }
}
