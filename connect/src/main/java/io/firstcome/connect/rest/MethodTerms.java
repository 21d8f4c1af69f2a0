package io.firstcome.connect.rest;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// What HTTP says of a method beyond its `google.api.http` rule.
///
/// @param location the path of what a good answer created, with names of the response's fields as
///   variables: such an answer has status 201 and this `Location`. Null for a method that does not
///   create.
/// @param headers that a request can have and the method's handler looks at, and what each is for
public record MethodTerms(@Nullable String location, Map<String, String> headers) {
    public static final MethodTerms NONE = new MethodTerms(null, Map.of());

    public MethodTerms {
        headers = Map.copyOf(headers);
    }
}
