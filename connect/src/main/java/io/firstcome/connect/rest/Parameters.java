package io.firstcome.connect.rest;

import com.google.rpc.BadRequest.FieldViolation;

import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.Shown;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a request says outside of its body: the values of fields, in its path, its query and its
/// headers.
///
/// @param values of every field that is given, in order; several for repeated fields only
record Parameters(Map<FieldPath, List<String>> values) {
    private static final String IF_MATCH = "if-match";

    /// @param path the decoded segments of the request's path
    /// @param query null when there is none
    /// @param ifMatch the header `If-Match`; null when there is none
    static Parameters of(
            Route route, List<String> path, @Nullable String query, @Nullable String ifMatch)
            throws InvalidRequestException {
        Map<FieldPath, List<String>> values = new LinkedHashMap<>();
        List<String> inPath = route.template().values(path);
        for (int i = 0; i < inPath.size(); i++) {
            values.put(route.variables().get(i), List.of(inPath.get(i)));
        }
        if (query != null) {
            addQuery(values, route, query);
        }
        FieldPath etag = route.requestEtag();
        if (etag != null && ifMatch != null && !ifMatch.equals("*")) {
            add(values, etag, strongTag(ifMatch));
        }
        return new Parameters(values);
    }

    private static void addQuery(Map<FieldPath, List<String>> values, Route route, String query)
            throws InvalidRequestException {
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                add(values, field(route, name), value);
            }
        }
    }

    private static String decoded(String text) throws InvalidRequestException {
        String decoded = PercentCoding.decodeForm(text);
        if (decoded == null) {
            throw new InvalidRequestException(
                    "query: " + Shown.of(text) + " (expected: percent-encoded UTF-8)");
        }
        return decoded;
    }

    private static FieldPath field(Route route, String name) throws InvalidRequestException {
        FieldPath field = FieldPath.of(route.method().getInputType(), name);
        if (field == null || !route.queryFields().contains(field)) {
            throw refused(Shown.cut(name), "unknown parameter (expected: " + names(route) + ")");
        }
        return field;
    }

    private static String names(Route route) {
        String names =
                route.queryFields().stream()
                        .map(FieldPath::jsonName)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : "one of " + names;
    }

    private static void add(Map<FieldPath, List<String>> values, FieldPath field, String value)
            throws InvalidRequestException {
        List<String> given = values.computeIfAbsent(field, _ -> new ArrayList<>());
        given.add(value);
        if (given.size() > 1 && !field.last().isRepeated()) {
            throw refused(field.jsonName(), "given twice (expected: once)");
        }
    }

    /// The one tag that a header names. Weak tags match nothing, so they can not be meant.
    private static String strongTag(String ifMatch) throws InvalidRequestException {
        boolean isQuoted =
                ifMatch.length() > 2
                        && ifMatch.indexOf('"') == 0
                        && ifMatch.indexOf('"', 1) == ifMatch.length() - 1;
        if (!isQuoted) {
            throw refused(IF_MATCH, Shown.cut(ifMatch) + " (expected: one tag, for example \"1\")");
        }
        return ifMatch.substring(1, ifMatch.length() - 1);
    }

    private static InvalidRequestException refused(String field, String problem) {
        return new InvalidRequestException(
                List.of(
                        FieldViolation.newBuilder()
                                .setField(field)
                                .setDescription(problem)
                                .build()));
    }
}
