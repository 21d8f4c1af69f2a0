package io.firstcome.connect.rest;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule;
import com.google.protobuf.Descriptors.MethodDescriptor;

import java.util.ArrayList;
import java.util.List;

/// What one `google.api.http` rule says.
///
/// @param verb the HTTP method
/// @param body the field that the request's body is; [#WHOLE] for the message, empty for no body
/// @param responseBody the field that the response's body is; empty for the message
record Binding(String verb, PathTemplate template, String body, String responseBody) {
    static final String WHOLE = "*";

    /// All that a method's definition says; empty when it says nothing.
    ///
    /// @throws IllegalArgumentException when a rule is malformed
    static List<Binding> of(MethodDescriptor method) {
        List<Binding> bindings = new ArrayList<>();
        if (method.getOptions().hasExtension(AnnotationsProto.http)) {
            HttpRule rule = method.getOptions().getExtension(AnnotationsProto.http);
            bindings.add(of(rule));
            rule.getAdditionalBindingsList().forEach(more -> bindings.add(of(more)));
        }
        return bindings;
    }

    private static Binding of(HttpRule rule) {
        return switch (rule.getPatternCase()) {
            case GET -> of(rule, "GET", rule.getGet());
            case PUT -> of(rule, "PUT", rule.getPut());
            case POST -> of(rule, "POST", rule.getPost());
            case DELETE -> of(rule, "DELETE", rule.getDelete());
            case PATCH -> of(rule, "PATCH", rule.getPatch());
            case CUSTOM -> of(rule, rule.getCustom().getKind(), rule.getCustom().getPath());
            case PATTERN_NOT_SET ->
                    throw new IllegalArgumentException(
                            "google.api.http: no path (expected: get, put, post, delete or patch)");
        };
    }

    private static Binding of(HttpRule rule, String verb, String path) {
        return new Binding(verb, PathTemplate.parse(path), rule.getBody(), rule.getResponseBody());
    }

    /// Whether the request has a body.
    boolean hasBody() {
        return !body.isEmpty();
    }

    /// Whether the body is the message, so that nothing is left for a query.
    boolean isWhole() {
        return body.equals(WHOLE);
    }
}
