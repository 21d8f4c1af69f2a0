package io.firstcome.connect.rest;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;

import io.firstcome.connect.Metadata;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// A method at one HTTP method and path, with the fields that its parts stand for.
public final class Route {
    private static final String ETAG = "etag";

    private final MethodDescriptor method;
    private final String rpcPath;
    private final Binding binding;
    private final MethodTerms terms;
    private final List<FieldPath> variables;
    private final List<FieldPath> queryFields;
    private final @Nullable FieldDescriptor bodyField;
    private final @Nullable FieldDescriptor responseBodyField;
    private final @Nullable FieldPath requestEtag;
    private final @Nullable FieldPath responseEtag;
    private final @Nullable Location location;

    /// @throws IllegalArgumentException when the binding does not fit the method
    Route(MethodDescriptor method, Binding binding, MethodTerms terms) {
        requireServable(method, terms);
        Descriptor request = method.getInputType();
        Descriptor response = method.getOutputType();
        this.method = method;
        this.rpcPath = "/" + method.getService().getFullName() + "/" + method.getName();
        this.binding = binding;
        this.terms = terms;
        this.variables = variables(binding.template(), request);
        this.bodyField =
                binding.hasBody() && !binding.isWhole()
                        ? required(request, binding.body()).last()
                        : null;
        this.queryFields =
                binding.isWhole()
                        ? List.of()
                        : FieldPath.texts(request).stream().filter(this::isLeftForQuery).toList();
        this.responseBodyField =
                binding.responseBody().isEmpty()
                        ? null
                        : required(response, binding.responseBody()).last();
        this.requestEtag = etag(request, "");
        this.responseEtag = method.isServerStreaming() ? null : responseEtag(response);
        this.location = terms.location() == null ? null : Location.of(terms.location(), response);
    }

    private static void requireServable(MethodDescriptor method, MethodTerms terms) {
        if (method.isClientStreaming()) {
            throw new IllegalArgumentException(
                    "google.api.http: on %s, a stream of requests (expected: one request)"
                            .formatted(method.getFullName()));
        }
        if (method.isServerStreaming() && terms.location() != null) {
            throw new IllegalArgumentException(
                    "location: of %s, a stream (expected: of one response)"
                            .formatted(method.getFullName()));
        }
    }

    /// The routes of a service's methods, in their order: none for those without rules.
    ///
    /// @param terms of methods that have some, by their full names, for example
    ///   `shop.v1.OrderService.Order`
    /// @throws IllegalArgumentException when a rule is malformed or does not fit its method
    public static List<Route> of(ServiceDescriptor service, Map<String, MethodTerms> terms) {
        return service.getMethods().stream().flatMap(method -> of(method, terms).stream()).toList();
    }

    static List<Route> of(MethodDescriptor method, Map<String, MethodTerms> terms) {
        MethodTerms own = terms.getOrDefault(method.getFullName(), MethodTerms.NONE);
        return Binding.of(method).stream().map(binding -> new Route(method, binding, own)).toList();
    }

    /// The fields that the variables of a template stand for, in their order.
    static List<FieldPath> variables(PathTemplate template, Descriptor type) {
        return template.variables().stream()
                .map(variable -> required(type, variable.field()))
                .peek(Route::requireOneValue)
                .toList();
    }

    private boolean isLeftForQuery(FieldPath field) {
        return !variables.contains(field) && !field.fields().getFirst().equals(bodyField);
    }

    private static void requireOneValue(FieldPath field) {
        if (field.last().isRepeated() || !FieldPath.isText(field.last())) {
            throw new IllegalArgumentException(
                    "google.api.http: %s (expected: a field of one value)"
                            .formatted(field.jsonName()));
        }
    }

    private static FieldPath required(Descriptor type, String path) {
        FieldPath field = FieldPath.of(type, path);
        if (field == null) {
            throw new IllegalArgumentException(
                    "google.api.http: %s (expected: a field of %s)"
                            .formatted(path, type.getFullName()));
        }
        return field;
    }

    private static @Nullable FieldPath responseEtag(Descriptor response) {
        FieldPath etag = etag(response, "");
        for (FieldDescriptor field : response.getFields()) {
            if (etag == null && FieldPath.isHolder(field)) {
                etag = etag(response, field.getName() + ".");
            }
        }
        return etag;
    }

    private static @Nullable FieldPath etag(Descriptor type, String prefix) {
        FieldPath field = FieldPath.of(type, prefix + ETAG);
        return field != null
                        && field.last().getType() == FieldDescriptor.Type.STRING
                        && !field.last().isRepeated()
                ? field
                : null;
    }

    public MethodDescriptor method() {
        return method;
    }

    /// The path of the same method over RPC.
    String rpcPath() {
        return rpcPath;
    }

    /// The HTTP method.
    public String verb() {
        return binding.verb();
    }

    PathTemplate template() {
        return binding.template();
    }

    /// The path with the names of its variables as in JSON, each in braces.
    public String pathOfNames() {
        return template().expand(variables.stream().map(f -> "{" + f.jsonName() + "}").toList());
    }

    public MethodTerms terms() {
        return terms;
    }

    /// The fields that the variables of the path stand for, in their order.
    public List<FieldPath> variables() {
        return variables;
    }

    /// Whether the responses are a stream.
    public boolean isStream() {
        return method.isServerStreaming();
    }

    /// Headers of a response, with what HTTP has to be told of all responses here.
    ///
    /// @param headers null for none; changed otherwise
    @Nullable Metadata withCacheControl(@Nullable Metadata headers) {
        if (!verb().equals("GET")) {
            return headers;
        }
        Metadata all = headers == null ? new Metadata() : headers;
        return all.addAsReceived("cache-control", "no-store");
    }

    /// Whether the request has a body.
    public boolean hasBody() {
        return binding.hasBody();
    }

    /// Whether the body is the message, so that nothing is left for a query.
    public boolean bodyIsWhole() {
        return binding.isWhole();
    }

    /// The field that the body is; null when it is the message or there is none.
    public @Nullable FieldDescriptor bodyField() {
        return bodyField;
    }

    /// The fields that a query can set, those inside of messages too, but for messages inside of
    /// their own kind.
    public List<FieldPath> queryFields() {
        return queryFields;
    }

    /// The field that the response's body is; null when it is the message.
    public @Nullable FieldDescriptor responseBodyField() {
        return responseBodyField;
    }

    /// The field of the request that an `If-Match` header sets: the one that is called `etag`. Null
    /// when there is none.
    public @Nullable FieldPath requestEtag() {
        return requestEtag;
    }

    /// The field of the response that an `ETag` header tells: the one that is called `etag`, of the
    /// response or of a message in it. Null when there is none, and for a stream.
    public @Nullable FieldPath responseEtag() {
        return responseEtag;
    }

    /// Where what a good answer created is found; null for a method that does not create.
    @Nullable Location location() {
        return location;
    }
}
