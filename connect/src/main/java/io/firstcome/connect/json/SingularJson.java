package io.firstcome.connect.json;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;

import io.firstcome.connect.InvalidRequestException;

import java.io.IOException;

/// A field with one value.
final class SingularJson extends FieldJson {
    private final ValueJson value;

    SingularJson(FieldDescriptor descriptor, ValueJson value) {
        super(descriptor, value.wireType, value.expected, Frame.NONE);
        this.value = value;
    }

    @Override
    void read(JsonReader json, WireWriter wire) throws MismatchException, InvalidRequestException {
        if (json.isNull() && !value.takesNull()) {
            json.nullLiteral();
            return;
        }
        int start = wire.size();
        wire.varint(tag);
        int content = wire.size();
        value.read(json, wire);
        if (wire.size() == content) {
            wire.truncate(start);
        }
    }

    @Override
    void write(CodedInputStream wire, JsonWriter json) throws IOException {
        value.write(wire, json);
        json.put(',');
    }
}
