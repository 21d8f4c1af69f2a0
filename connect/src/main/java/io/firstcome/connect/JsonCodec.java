package io.firstcome.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/// Messages in the JSON of the protobuf specification; fields that have their default value are not
/// printed.
public final class JsonCodec<Q extends Message, S extends Message> implements Codec<Q, S> {
    private static final char REPLACEMENT = '\uFFFD';
    private static final JsonFormat.Printer PRINTER =
            JsonFormat.printer().omittingInsignificantWhitespace();

    private final Q request;
    private final JsonFormat.Parser parser;
    private final JsonDiagnosis diagnosis;

    private JsonCodec(Q request, JsonFormat.Parser parser, JsonDiagnosis diagnosis) {
        this.request = request;
        this.parser = parser;
        this.diagnosis = diagnosis;
    }

    /// Takes requests that have fields their type does not have.
    public static <Q extends Message, S extends Message> JsonCodec<Q, S> ignoringUnknownFields(
            Q request) {
        JsonFormat.Parser parser = JsonFormat.parser().usingTypeRegistry(JsonFormat.TypeRegistry.newBuilder().add(request.getDescriptorForType()).build()).ignoringUnknownFields();
        return new JsonCodec<>(request, parser, new JsonDiagnosis(parser, false));
    }

    /// Refuses requests that have fields their type does not have, so that a misspelt name is
    /// noticed.
    public static <Q extends Message, S extends Message> JsonCodec<Q, S> refusingUnknownFields(
            Q request) {
        JsonFormat.Parser parser = JsonFormat.parser().usingTypeRegistry(JsonFormat.TypeRegistry.newBuilder().add(request.getDescriptorForType()).build());
        return new JsonCodec<>(request, parser, new JsonDiagnosis(parser, true));
    }

    @Override
    @SuppressWarnings("unchecked") // a builder of a Q builds a Q
    public Q decode(byte[] body) throws InvalidRequestException {
        String text = text(body);
        JsonStructure.check(text, request.getDescriptorForType());
        Message.Builder builder = request.newBuilderForType();
        try {
            parser.merge(text, builder);
        } catch (InvalidProtocolBufferException e) {
            throw diagnosis.of(text, request, e);
        }
        return (Q) builder.build();
    }

    private static String text(byte[] body) throws InvalidRequestException {
        String text = new String(body, UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(body);
        }
        return text;
    }

    private static void requireUtf8(byte[] body) throws InvalidRequestException {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw new InvalidRequestException("body: not UTF-8 (expected: JSON in UTF-8)");
        }
    }

    @Override
    public byte[] encode(S response) {
        try {
            return PRINTER.usingTypeRegistry(JsonFormat.TypeRegistry.newBuilder().add(response.getDescriptorForType()).build()).print(response).getBytes(UTF_8);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("response: has no JSON", e);
        }
    }
}
