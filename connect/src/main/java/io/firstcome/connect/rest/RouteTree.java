package io.firstcome.connect.rest;

import io.firstcome.connect.rest.PathTemplate.Literal;
import io.firstcome.connect.rest.PathTemplate.One;
import io.firstcome.connect.rest.PathTemplate.Rest;
import io.firstcome.connect.rest.PathTemplate.Segment;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Routes by path: of those that match, the one whose segments are literal the furthest.
final class RouteTree {
    /// A path that is served.
    ///
    /// @param routes by HTTP method
    /// @param segments of the path, decoded, without the verb
    record Match(Map<String, Route> routes, List<String> segments) {}

    private static final class Node {
        final Map<String, Node> literals = new HashMap<>();
        @Nullable Node one;
        @Nullable Node rest;

        /// The routes that end here, by verb of the path, then by HTTP method.
        final Map<String, Map<String, Route>> ends = new HashMap<>();

        /// What follows by a segment of a template; made where it is not there.
        Node below(Segment segment) {
            return switch (segment) {
                case Literal(String text) -> literals.computeIfAbsent(text, _ -> new Node());
                case One() -> {
                    one = Objects.requireNonNullElseGet(one, Node::new);
                    yield one;
                }
                case Rest() -> {
                    rest = Objects.requireNonNullElseGet(rest, Node::new);
                    yield rest;
                }
            };
        }
    }

    private final Node root = new Node();

    /// @throws IllegalArgumentException when another route is there already
    void add(Route route) {
        Node node = root;
        for (Segment segment : route.template().segments()) {
            node = node.below(segment);
        }
        Route other =
                node.ends
                        .computeIfAbsent(route.template().verb(), _ -> new TreeMap<>())
                        .putIfAbsent(route.verb(), route);
        if (other != null) {
            throw new IllegalArgumentException(
                    "google.api.http: %s %s of %s and %s (expected: of one method)"
                            .formatted(
                                    route.verb(),
                                    route.pathOfNames(),
                                    other.method().getFullName(),
                                    route.method().getFullName()));
        }
    }

    /// The routes of a path as it was sent; null when there are none.
    @Nullable Match find(String path) {
        int colon = path.indexOf(':', path.lastIndexOf('/') + 1);
        int lastColon = colon < 0 ? -1 : path.lastIndexOf(':');
        Match withVerb =
                lastColon < 0
                        ? null
                        : find(path.substring(0, lastColon), path.substring(lastColon + 1));
        return withVerb != null ? withVerb : find(path, "");
    }

    private @Nullable Match find(String path, String verb) {
        List<String> segments = segments(path);
        if (segments == null) {
            return null;
        }
        Map<String, Route> routes = find(root, segments, 0, verb);
        return routes == null ? null : new Match(routes, segments);
    }

    private static @Nullable Map<String, Route> find(
            Node node, List<String> segments, int at, String verb) {
        if (at == segments.size()) {
            Map<String, Route> routes = node.ends.get(verb);
            return routes == null ? rest(node, verb) : routes;
        }
        String segment = segments.get(at);
        Map<String, Route> routes = below(node.literals.get(segment), segments, at, verb);
        if (routes == null && !segment.isEmpty()) {
            routes = below(node.one, segments, at, verb);
        }
        return routes == null ? rest(node, verb) : routes;
    }

    private static @Nullable Map<String, Route> below(
            @Nullable Node child, List<String> segments, int at, String verb) {
        return child == null ? null : find(child, segments, at + 1, verb);
    }

    private static @Nullable Map<String, Route> rest(Node node, String verb) {
        return node.rest == null ? null : node.rest.ends.get(verb);
    }

    /// Whether the first segment of a path is that of some route.
    boolean hasFirstSegmentOf(String path) {
        int end = path.indexOf('/', 1);
        return path.startsWith("/")
                && root.literals.containsKey(path.substring(1, end < 0 ? path.length() : end));
    }

    private static @Nullable List<String> segments(String path) {
        if (!path.startsWith("/")) {
            return null;
        }
        List<String> segments = new ArrayList<>();
        int end;
        for (int start = 1; start <= path.length(); start = end + 1) {
            int slash = path.indexOf('/', start);
            end = slash < 0 ? path.length() : slash;
            String decoded = PercentCoding.decode(path.substring(start, end));
            if (decoded == null) {
                return null;
            }
            segments.add(decoded);
        }
        return segments;
    }
}
