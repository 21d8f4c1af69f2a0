package io.firstcome.connect.rest;

import io.firstcome.connect.Method;
import io.firstcome.connect.Router;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;

/// The methods of a router that have `google.api.http` rules, by HTTP method and path.
public final class RestRoutes {
    /// No methods at all.
    public static final RestRoutes NONE = of(Router.builder().build(), Map.of());

    private final Router router;
    private final RouteTree tree = new RouteTree();

    private RestRoutes(Router router) {
        this.router = router;
    }

    /// Reads the rules.
    ///
    /// @param terms of methods that have some, by their full names, for example
    ///   `shop.v1.OrderService.Order`
    /// @throws IllegalArgumentException when a rule is malformed, does not fit its method, or has
    ///   the same path as another
    public static RestRoutes of(Router router, Map<String, MethodTerms> terms) {
        RestRoutes routes = new RestRoutes(router);
        for (Method<?, ?> method : router.methods()) {
            Route.of(method.descriptor(), terms).forEach(routes.tree::add);
        }
        return routes;
    }

    RouteTree.@Nullable Match find(String path) {
        return tree.find(path);
    }

    /// Whether a path that no route has is nevertheless one of this API: it begins like a route.
    boolean claims(String path) {
        return tree.hasFirstSegmentOf(path);
    }

    Method<?, ?> method(Route route) {
        return Objects.requireNonNull(router.method(route.rpcPath()));
    }
}
