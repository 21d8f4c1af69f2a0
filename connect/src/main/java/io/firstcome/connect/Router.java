package io.firstcome.connect;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.Message;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The methods a server serves, by path.
public final class Router {
    private final Map<String, Method<?, ?>> methods;
    private final Set<String> services;

    private Router(Builder builder) {
        this.methods = Map.copyOf(builder.methods);
        this.services = Set.copyOf(builder.services);
    }

    public static Builder builder() {
        return new Builder();
    }

    /// The method of a path; null when there is none.
    public @Nullable Method<?, ?> method(String path) {
        return methods.get(path);
    }

    /// All methods, in no order.
    public Collection<Method<?, ?>> methods() {
        return methods.values();
    }

    /// Whether a path names a service of which some method is served.
    public boolean hasServiceOf(String path) {
        int end = path.indexOf('/', 1);
        return end > 0 && services.contains(path.substring(1, end));
    }

    /// Gathers methods.
    public static final class Builder {
        private final Map<String, Method<?, ?>> methods = new HashMap<>();
        private final Set<String> services = new HashSet<>();
        private final List<Descriptor> anyTypes = new ArrayList<>();
        private boolean refusesUnknownFields;

        private Builder() {}

        /// Refuses requests with fields that their type does not have, of the methods added from
        /// here on, so that a misspelt name is noticed. Otherwise such fields are ignored.
        public Builder refusingUnknownFields() {
            refusesUnknownFields = true;
            return this;
        }

        /// Lets what an `Any` carries in JSON be of these types, too, or of others in their files
        /// and the files that those import, in messages of the methods added from here on. Types in
        /// the files of a method's own messages need not be said.
        public Builder types(List<Descriptor> types) {
            anyTypes.addAll(types);
            return this;
        }

        /// Adds a method that takes one request and gives one response.
        ///
        /// @param request the default instance of the request's type
        public <Q extends Message, S extends Message> Builder unary(
                MethodDescriptor method, Q request, UnaryHandler<Q, S> handler) {
            return add(method, request, handler);
        }

        /// Adds a method that gives a stream of responses.
        ///
        /// @param request the default instance of the request's type
        public <Q extends Message, S extends Message> Builder serverStream(
                MethodDescriptor method, Q request, ServerStreamHandler<Q, S> handler) {
            return add(method, request, handler);
        }

        /// Adds a method that takes a stream of requests.
        ///
        /// @param request the default instance of the request's type
        public <Q extends Message, S extends Message> Builder clientStream(
                MethodDescriptor method, Q request, ClientStreamHandler<Q, S> handler) {
            return add(method, request, handler);
        }

        /// Adds a method that takes a stream of requests and gives a stream of responses.
        ///
        /// @param request the default instance of the request's type
        public <Q extends Message, S extends Message> Builder bidiStream(
                MethodDescriptor method, Q request, BidiStreamHandler<Q, S> handler) {
            return add(method, request, handler);
        }

        private <Q extends Message, S extends Message> Builder add(
                MethodDescriptor method, Q request, Handler<Q, S> handler) {
            requireType(method, request);
            Codec<Q, S> proto = new ProtoCodec<>(request, refusesUnknownFields);
            Codec<Q, S> json = new JsonCodec<>(method, request, refusesUnknownFields, anyTypes);
            return add(new Method<>(method, proto, json, handler));
        }

        private static void requireType(MethodDescriptor method, Message request) {
            String type = request.getDescriptorForType().getFullName();
            String inputType = method.getInputType().getFullName();
            if (!type.equals(inputType)) {
                throw new IllegalArgumentException(
                        "request: " + type + " (expected: " + inputType + ")");
            }
        }

        /// The services of the methods added so far, in no order.
        public List<ServiceDescriptor> services() {
            return methods.values().stream()
                    .map(method -> method.descriptor().getService())
                    .distinct()
                    .toList();
        }

        private Builder add(Method<?, ?> method) {
            if (methods.putIfAbsent(method.path(), method) != null) {
                throw new IllegalArgumentException(
                        "method: " + method.path() + " given twice (expected: once)");
            }
            services.add(method.descriptor().getService().getFullName());
            return this;
        }

        public Router build() {
            return new Router(this);
        }
    }
}
