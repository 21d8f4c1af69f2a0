package io.firstcome.connect.conformance;

import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.Message;

import connectrpc.conformance.v1.Service;
import connectrpc.conformance.v1.Service.BidiStreamRequest;
import connectrpc.conformance.v1.Service.BidiStreamResponse;
import connectrpc.conformance.v1.Service.ClientStreamRequest;
import connectrpc.conformance.v1.Service.ClientStreamResponse;
import connectrpc.conformance.v1.Service.ConformancePayload;
import connectrpc.conformance.v1.Service.IdempotentUnaryRequest;
import connectrpc.conformance.v1.Service.IdempotentUnaryResponse;
import connectrpc.conformance.v1.Service.ServerStreamRequest;
import connectrpc.conformance.v1.Service.ServerStreamResponse;
import connectrpc.conformance.v1.Service.UnaryRequest;
import connectrpc.conformance.v1.Service.UnaryResponse;

import java.util.Objects;
import java.util.function.Function;

/// A method of the service under test. There is one more, `Unimplemented`, which is not to be
/// served.
///
/// @param request the default instance of its request
/// @param response makes its response from the payload
public record Rpc<Q extends Message, S extends Message>(
        MethodDescriptor method, Q request, Function<ConformancePayload, S> response) {
    public static final Rpc<UnaryRequest, UnaryResponse> UNARY =
            new Rpc<>(
                    method("Unary"),
                    UnaryRequest.getDefaultInstance(),
                    payload -> UnaryResponse.newBuilder().setPayload(payload).build());

    public static final Rpc<IdempotentUnaryRequest, IdempotentUnaryResponse> IDEMPOTENT_UNARY =
            new Rpc<>(
                    method("IdempotentUnary"),
                    IdempotentUnaryRequest.getDefaultInstance(),
                    payload -> IdempotentUnaryResponse.newBuilder().setPayload(payload).build());

    public static final Rpc<ClientStreamRequest, ClientStreamResponse> CLIENT_STREAM =
            new Rpc<>(
                    method("ClientStream"),
                    ClientStreamRequest.getDefaultInstance(),
                    payload -> ClientStreamResponse.newBuilder().setPayload(payload).build());

    public static final Rpc<ServerStreamRequest, ServerStreamResponse> SERVER_STREAM =
            new Rpc<>(
                    method("ServerStream"),
                    ServerStreamRequest.getDefaultInstance(),
                    payload -> ServerStreamResponse.newBuilder().setPayload(payload).build());

    public static final Rpc<BidiStreamRequest, BidiStreamResponse> BIDI_STREAM =
            new Rpc<>(
                    method("BidiStream"),
                    BidiStreamRequest.getDefaultInstance(),
                    payload -> BidiStreamResponse.newBuilder().setPayload(payload).build());

    private static MethodDescriptor method(String name) {
        ServiceDescriptor service = Service.getDescriptor().findServiceByName("ConformanceService");
        return Objects.requireNonNull(service.findMethodByName(name), name);
    }

    /// Begins to answer a call of this method.
    public Conversation converse(CallContext context) {
        return new Conversation(request, context);
    }
}
