package io.firstcome.connect.rest;

import io.firstcome.connect.Shown;

import java.util.ArrayList;
import java.util.List;

/// A path with variables, as `google.api.http` writes it: `/v1/{name=shelves/*}/books:list`.
///
/// @param segments what the path is made of
/// @param variables which of the segments are values, and of what
/// @param verb what follows the last colon; empty for none
record PathTemplate(List<Segment> segments, List<Variable> variables, String verb) {
    /// One part of a path, between slashes.
    sealed interface Segment {}

    /// Exactly this text.
    record Literal(String text) implements Segment {}

    /// One segment, whatever it is.
    record One() implements Segment {}

    /// All segments that are left, none too. Only the last can be such.
    record Rest() implements Segment {}

    /// A value in a path.
    ///
    /// @param field the name of what it is the value of, with dots
    /// @param start index of the first segment
    /// @param end index after the last segment
    record Variable(String field, int start, int end) {}

    PathTemplate {
        segments = List.copyOf(segments);
        variables = List.copyOf(variables);
        if (segments.subList(0, segments.size() - 1).stream().anyMatch(Rest.class::isInstance)) {
            throw new IllegalArgumentException("path: ** not at the end (expected: at the end)");
        }
    }

    /// @throws IllegalArgumentException when `text` is no template
    static PathTemplate parse(String text) {
        return new Parser(text).template();
    }

    /// The values of the variables in a path that this template matches.
    ///
    /// @param path its segments, decoded, without the verb
    List<String> values(List<String> path) {
        List<String> values = new ArrayList<>(variables.size());
        for (Variable variable : variables) {
            boolean takesRest = segments.get(variable.end() - 1) instanceof Rest;
            int end = takesRest ? path.size() : variable.end();
            values.add(value(path.subList(variable.start(), end), takesRest));
        }
        return values;
    }

    /// A slash inside of a segment stays encoded where the value has several, to be told from those
    /// between them.
    private static String value(List<String> path, boolean takesRest) {
        return path.size() == 1 && !takesRest
                ? path.getFirst()
                : String.join("/", path.stream().map(s -> s.replace("/", "%2F")).toList());
    }

    /// The path with these texts, encoded where they need it, in place of its variables.
    String expand(List<String> texts) {
        StringBuilder path = new StringBuilder();
        int at = 0;
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            appendLiterals(path, at, variable.start());
            path.append('/').append(texts.get(i));
            at = variable.end();
        }
        appendLiterals(path, at, segments.size());
        return path.append(verb.isEmpty() ? "" : ":" + verb).toString();
    }

    private void appendLiterals(StringBuilder path, int start, int end) {
        for (Segment segment : segments.subList(start, end)) {
            path.append('/')
                    .append(
                            switch (segment) {
                                case Literal(String text) -> text;
                                case One() -> "*";
                                case Rest() -> "**";
                            });
        }
    }

    /// Reads a template from left to right.
    private static final class Parser {
        private final String text;
        private final List<Segment> segments = new ArrayList<>();
        private final List<Variable> variables = new ArrayList<>();
        private int at;

        Parser(String text) {
            this.text = text;
        }

        PathTemplate template() {
            expect('/');
            segments();
            String verb = "";
            if (accept(':')) {
                verb = word();
            }
            if (at < text.length()) {
                throw malformed();
            }
            return new PathTemplate(segments, variables, verb);
        }

        private void segments() {
            do {
                segment();
            } while (accept('/'));
        }

        private void segment() {
            if (accept('{')) {
                variable();
            } else if (accept('*')) {
                segments.add(accept('*') ? new Rest() : new One());
            } else {
                segments.add(new Literal(word()));
            }
        }

        private void variable() {
            String field = word();
            int start = segments.size();
            int inside = variables.size();
            if (accept('=')) {
                segments();
            } else {
                segments.add(new One());
            }
            expect('}');
            if (variables.size() > inside) {
                throw malformed();
            }
            variables.add(new Variable(field, start, segments.size()));
        }

        private String word() {
            int start = at;
            while (at < text.length() && "/{}=*:".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (at == start) {
                throw malformed();
            }
            return text.substring(start, at);
        }

        private boolean accept(char c) {
            boolean isThere = at < text.length() && text.charAt(at) == c;
            if (isThere) {
                at++;
            }
            return isThere;
        }

        private void expect(char c) {
            if (!accept(c)) {
                throw malformed();
            }
        }

        private IllegalArgumentException malformed() {
            return new IllegalArgumentException(
                    "path: %s, at %d (expected: a template of google.api.http)"
                            .formatted(Shown.of(text), at));
        }
    }
}
