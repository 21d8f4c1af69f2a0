package io.firstcome.connect.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;

import io.firstcome.connect.InvalidRequestException;

import java.io.IOException;

/// Messages that are rare, or whose type is only known with their content: left to `JsonFormat`.
final class DelegatedJson extends ValueJson {
    private final Descriptor type;
    private final JsonFormat.Parser parser;
    private final JsonFormat.Printer printer;
    private final boolean takesNull;
    private final boolean isObject;

    DelegatedJson(Descriptor type, JsonFormat.Parser parser, JsonFormat.Printer printer) {
        super(DELIMITED, expected(type));
        this.type = type;
        this.parser = parser;
        this.printer = printer;
        this.takesNull = type.getFullName().equals("google.protobuf.Value");
        this.isObject = !takesNull && !type.getFullName().equals("google.protobuf.ListValue");
    }

    private static String expected(Descriptor type) {
        return switch (type.getFullName()) {
            case "google.protobuf.Any" -> "an object with the @type of a known message";
            case "google.protobuf.ListValue" -> "an array";
            case "google.protobuf.Value" -> "any value";
            case "google.protobuf.Struct" -> "an object";
            default -> "an object of " + type.getFullName();
        };
    }

    @Override
    boolean takesNull() {
        return takesNull;
    }

    @Override
    boolean isObject() {
        return isObject;
    }

    @Override
    void read(JsonReader json, WireWriter wire) throws MismatchException, InvalidRequestException {
        int start = json.position;
        json.skip();
        try {
            DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
            parser.merge(json.source(start, json.position), message);
            byte[] content = message.buildPartial().toByteArray();
            wire.delimited(content, 0, content.length);
        } catch (InvalidProtocolBufferException e) {
            throw new MismatchException();
        }
    }

    @Override
    void write(CodedInputStream wire, JsonWriter json) throws IOException {
        CodedInputStream content = CodedInputStream.newInstance(wire.readByteArray());
        content.setRecursionLimit(Integer.MAX_VALUE);
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type).mergeFrom(content);
        json.put(printer.print(message).getBytes(UTF_8));
    }
}
