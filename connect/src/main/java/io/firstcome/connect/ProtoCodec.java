package io.firstcome.connect;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;

/// Messages in binary protobuf.
///
/// @param request the default instance of the request's type
record ProtoCodec<Q extends Message, S extends Message>(Q request) implements Codec<Q, S> {
    @Override
    @SuppressWarnings("unchecked") // a builder of a Q builds a Q
    public Q decode(byte[] body) throws InvalidRequestException {
        try {
            return (Q) request.newBuilderForType().mergeFrom(body).build();
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidRequestException(
                    "body: malformed protobuf (expected: a "
                            + request.getDescriptorForType().getFullName()
                            + ")");
        }
    }

    @Override
    public byte[] encode(S response) {
        return response.toByteArray();
    }
}
