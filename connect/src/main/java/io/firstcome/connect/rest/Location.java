package io.firstcome.connect.rest;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The path of what a call created, made of its response.
///
/// @param variables the fields of the response that the variables of the template stand for
record Location(PathTemplate template, List<FieldPath> variables) {
    /// @throws IllegalArgumentException when `path` is no template or names no fields of `response`
    static Location of(String path, Descriptor response) {
        PathTemplate template = PathTemplate.parse(path);
        return new Location(template, Route.variables(template, response));
    }

    String of(Message response) {
        return template.expand(
                variables.stream()
                        .map(field -> PercentCoding.encode(text(field.valueIn(response))))
                        .toList());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
