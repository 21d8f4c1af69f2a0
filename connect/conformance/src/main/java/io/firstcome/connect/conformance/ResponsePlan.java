package io.firstcome.connect.conformance;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;

import connectrpc.conformance.v1.Service.BidiStreamRequest;
import connectrpc.conformance.v1.Service.ClientStreamRequest;
import connectrpc.conformance.v1.Service.Error;
import connectrpc.conformance.v1.Service.Header;
import connectrpc.conformance.v1.Service.IdempotentUnaryRequest;
import connectrpc.conformance.v1.Service.ServerStreamRequest;
import connectrpc.conformance.v1.Service.StreamResponseDefinition;
import connectrpc.conformance.v1.Service.UnaryRequest;
import connectrpc.conformance.v1.Service.UnaryResponseDefinition;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What a caller asks to be answered with.
///
/// @param data of each response
/// @param delayMillis before each response
/// @param isStream whether the responses are a stream
/// @param error what the call ends with after the responses; null for success
record ResponsePlan(
        List<ByteString> data,
        long delayMillis,
        boolean isStream,
        Metadata metadata,
        @Nullable Error error) {

    /// Sent before and after the responses.
    record Metadata(List<Header> headers, List<Header> trailers) {
        Metadata {
            headers = List.copyOf(headers);
            trailers = List.copyOf(trailers);
        }
    }

    ResponsePlan {
        data = List.copyOf(data);
    }

    /// What the first request of a call asks for. A request that does not say asks for one empty
    /// response, or in a stream for none.
    ///
    /// @throws IllegalArgumentException when no method of the service takes such a request
    static ResponsePlan of(Message request) {
        return switch (request) {
            case UnaryRequest unary -> of(unary.getResponseDefinition());
            case IdempotentUnaryRequest unary -> of(unary.getResponseDefinition());
            case ClientStreamRequest client -> of(client.getResponseDefinition());
            case ServerStreamRequest server -> of(server.getResponseDefinition());
            case BidiStreamRequest bidi -> of(bidi.getResponseDefinition());
            default ->
                    throw new IllegalArgumentException(
                            "request: "
                                    + request.getDescriptorForType().getFullName()
                                    + " (expected: a request of ConformanceService)");
        };
    }

    private static ResponsePlan of(UnaryResponseDefinition asked) {
        Metadata metadata =
                new Metadata(asked.getResponseHeadersList(), asked.getResponseTrailersList());
        long delayMillis = Integer.toUnsignedLong(asked.getResponseDelayMs());
        return asked.hasError()
                ? new ResponsePlan(List.of(), delayMillis, false, metadata, asked.getError())
                : new ResponsePlan(
                        List.of(asked.getResponseData()), delayMillis, false, metadata, null);
    }

    private static ResponsePlan of(StreamResponseDefinition asked) {
        return new ResponsePlan(
                asked.getResponseDataList(),
                Integer.toUnsignedLong(asked.getResponseDelayMs()),
                true,
                new Metadata(asked.getResponseHeadersList(), asked.getResponseTrailersList()),
                asked.hasError() ? asked.getError() : null);
    }
}
