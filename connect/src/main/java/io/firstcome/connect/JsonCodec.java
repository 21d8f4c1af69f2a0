package io.firstcome.connect;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat.TypeRegistry;

import io.firstcome.connect.json.MessageJson;

/// Messages in the JSON of the protobuf specification; fields that have their default value are not
/// printed.
final class JsonCodec<Q extends Message, S extends Message> implements Codec<Q, S> {
    private final MessageJson<Q> requests;
    private final MessageJson<DynamicMessage> responses;

    /// @param request the default instance of the request's type
    /// @param refusesUnknownFields whether a request with fields its type does not have is refused
    /// @param anyTypes what an `Any` can carry, beside the types in the files of the method's
    ///   messages
    JsonCodec(
            MethodDescriptor method,
            Q request,
            boolean refusesUnknownFields,
            Iterable<Descriptor> anyTypes) {
        TypeRegistry types =
                TypeRegistry.newBuilder()
                        .add(method.getInputType())
                        .add(method.getOutputType())
                        .add(anyTypes)
                        .build();
        this.requests = MessageJson.of(request, refusesUnknownFields, types);
        this.responses =
                MessageJson.of(
                        DynamicMessage.getDefaultInstance(method.getOutputType()),
                        refusesUnknownFields,
                        types);
    }

    @Override
    public Q decode(byte[] body) throws InvalidRequestException {
        return requests.parse(body);
    }

    @Override
    public byte[] encode(S response) {
        return responses.print(response);
    }
}
