package io.firstcome.connect;

import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Message;

/// A method that takes one request and gives one response, with what serves it.
record UnaryMethod<Q extends Message, S extends Message>(
        MethodDescriptor descriptor,
        Codec<Q, S> proto,
        Codec<Q, S> json,
        UnaryHandler<Q, S> handler) {
    UnaryMethod {
        if (descriptor.isClientStreaming() || descriptor.isServerStreaming()) {
            throw new IllegalArgumentException(
                    "method: " + descriptor.getFullName() + " streams (expected: a unary method)");
        }
    }

    String path() {
        return "/" + descriptor.getService().getFullName() + "/" + descriptor.getName();
    }

    Codec<Q, S> codec(Encoding encoding) {
        return switch (encoding) {
            case PROTO -> proto;
            case JSON -> json;
        };
    }
}
