package io.firstcome.connect;

import com.google.protobuf.DescriptorProtos.MethodOptions.IdempotencyLevel;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Message;

/// A method with what reads, serves and writes its messages.
public record Method<Q extends Message, S extends Message>(
        MethodDescriptor descriptor, Codec<Q, S> proto, Codec<Q, S> json, Handler<Q, S> handler) {
    public Method {
        boolean streamsRequests =
                handler instanceof ClientStreamHandler || handler instanceof BidiStreamHandler;
        boolean streamsResponses =
                handler instanceof ServerStreamHandler || handler instanceof BidiStreamHandler;
        if (descriptor.isClientStreaming() != streamsRequests
                || descriptor.isServerStreaming() != streamsResponses) {
            throw new IllegalArgumentException(
                    "method: "
                            + descriptor.getFullName()
                            + " is "
                            + kind(descriptor.isClientStreaming(), descriptor.isServerStreaming())
                            + " (expected: "
                            + kind(streamsRequests, streamsResponses)
                            + ")");
        }
    }

    private static String kind(boolean streamsRequests, boolean streamsResponses) {
        if (streamsRequests) {
            return streamsResponses ? "a bidirectional stream" : "a client stream";
        }
        return streamsResponses ? "a server stream" : "unary";
    }

    public String path() {
        return "/" + descriptor.getService().getFullName() + "/" + descriptor.getName();
    }

    public Codec<Q, S> codec(Encoding encoding) {
        return switch (encoding) {
            case PROTO -> proto;
            case JSON -> json;
        };
    }

    /// Whether its definition says that calling it changes nothing.
    public boolean hasNoSideEffects() {
        return descriptor.getOptions().getIdempotencyLevel() == IdempotencyLevel.NO_SIDE_EFFECTS;
    }
}
