package io.firstcome.connect.json;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.google.protobuf.util.JsonFormat;

import io.firstcome.connect.InvalidRequestException;

import java.io.IOException;

/// The JSON of one message type, as the protobuf specification has it.
///
/// JSON is transcoded to and from the message's binary form. What is read is checked more strictly
/// than the specification asks for: it is JSON without exceptions, at most 64 levels deep, no name
/// is given twice, and no value is taken for one of another kind, but numbers for strings.
public final class MessageJson<M extends Message> {
    private static final int LENGTH_MAX = 5;

    /// Several times what JSON that is not nested too deeply becomes.
    private static final int WIRE_DEPTH_MAX = 5 * JsonReader.DEPTH_MAX;

    private final ValueJson root;
    private final Parser<? extends Message> parser;

    private MessageJson(ValueJson root, Parser<? extends Message> parser) {
        this.root = root;
        this.parser = parser;
    }

    /// Compiles the tables of a type.
    ///
    /// @param defaultInstance of the type
    /// @param refusesUnknownFields whether JSON with names that its type does not have is refused;
    ///   otherwise they are ignored, as are unknown names of enum values
    /// @param registry of the types that messages in a `google.protobuf.Any` can have
    public static <M extends Message> MessageJson<M> of(
            M defaultInstance, boolean refusesUnknownFields, JsonFormat.TypeRegistry registry) {
        JsonTypes types = new JsonTypes(refusesUnknownFields, registry);
        return new MessageJson<>(
                types.message(defaultInstance.getDescriptorForType()),
                defaultInstance.getParserForType());
    }

    /// Reads a message.
    ///
    /// @param json one value in UTF-8, an object but for well-known types that are none; not to
    ///   change meanwhile
    /// @throws InvalidRequestException that says of at most eight fields what is wrong with them
    ///   and what is expected, or why `json` is not one such value at all
    @SuppressWarnings("unchecked") // the parser of an M gives an M
    public M parse(byte[] json) throws InvalidRequestException {
        WireWriter wire = new WireWriter(json.length + Long.BYTES);
        read(new JsonReader(json), wire);
        CodedInputStream message = CodedInputStream.newInstance(wire.bytes(), 0, wire.size());
        message.setRecursionLimit(WIRE_DEPTH_MAX);
        try {
            message.pushLimit(message.readRawVarint32());
            return (M) parser.parseFrom(message);
        } catch (IOException e) {
            throw new InvalidRequestException("body: " + e.getMessage());
        }
    }

    private void read(JsonReader json, WireWriter wire) throws InvalidRequestException {
        if (root.isObject()) {
            json.requireObject();
        }
        try {
            root.read(json, wire);
        } catch (MismatchException e) {
            json.mismatch(0, root.expected);
            json.problems.prefix("body", 0);
        }
        json.requireEnd();
        json.problems.throwIfAny();
    }

    /// Writes a message in UTF-8, without white space. Fields without a value are left out, and so
    /// are defaults in fields that cannot tell them from no value.
    ///
    /// @throws IllegalArgumentException when the message has no JSON, such as an instant after the
    ///   year 9999
    public byte[] print(Message message) {
        int size = message.getSerializedSize();
        byte[] wire = new byte[size + LENGTH_MAX];
        JsonWriter json = new JsonWriter(2 * size + Long.BYTES);
        try {
            CodedOutputStream.newInstance(wire).writeMessageNoTag(message);
            root.write(CodedInputStream.newInstance(wire), json);
        } catch (IOException e) {
            throw new IllegalArgumentException("message: has no JSON", e);
        }
        return json.toByteArray();
    }
}
