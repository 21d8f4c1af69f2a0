package io.firstcome.connect;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.UninitializedMessageException;
import com.google.rpc.BadRequest.FieldViolation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Messages in binary protobuf.
///
/// @param request the default instance of the request's type
/// @param refusesUnknownFields whether a request with fields its type does not have is refused
record ProtoCodec<Q extends Message, S extends Message>(Q request, boolean refusesUnknownFields)
        implements Codec<Q, S> {
    @Override
    @SuppressWarnings("unchecked") // a builder of a Q builds a Q
    public Q decode(byte[] body) throws InvalidRequestException {
        Q message = (Q) parse(body);
        if (refusesUnknownFields) {
            refuseUnknownFields(message, "");
        }
        return message;
    }

    private Message parse(byte[] body) throws InvalidRequestException {
        try {
            return request.newBuilderForType().mergeFrom(body).build();
        } catch (UninitializedMessageException e) {
            throw new InvalidRequestException(
                    e.getMissingFields().stream().map(ProtoCodec::missing).toList());
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidRequestException(
                    "body: malformed protobuf (expected: a "
                            + request.getDescriptorForType().getFullName()
                            + ")");
        }
    }

    private static FieldViolation missing(String field) {
        return FieldViolation.newBuilder()
                .setField(field)
                .setDescription("missing (expected: a value)")
                .build();
    }

    private static void refuseUnknownFields(Message message, String path)
            throws InvalidRequestException {
        for (int number : message.getUnknownFields().asMap().keySet()) {
            throw new InvalidRequestException(
                    List.of(
                            FieldViolation.newBuilder()
                                    .setField(path + number)
                                    .setDescription(expectation(message.getDescriptorForType()))
                                    .build()));
        }
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            List<?> values =
                    field.getValue() instanceof List<?> list ? list : List.of(field.getValue());
            for (Object value : values) {
                if (value instanceof Message inner) {
                    refuseUnknownFields(inner, path + field.getKey().getJsonName() + ".");
                }
            }
        }
    }

    private static String expectation(Descriptor type) {
        return type.getFields().stream()
                .map(field -> field.getNumber() + " " + field.getJsonName())
                .collect(Collectors.joining(", ", "unknown field number (expected: one of ", ")"));
    }

    @Override
    public byte[] encode(S response) {
        return response.toByteArray();
    }
}
