package io.firstcome.connect.json;

import com.google.protobuf.CodedInputStream;

import io.firstcome.connect.InvalidRequestException;

import java.io.IOException;

/// The one value of `google.protobuf.NullValue`: null; what other enums take for a value is taken,
/// too.
final class NullJson extends ValueJson {
    private final EnumJson other;

    NullJson(EnumJson other) {
        super(VARINT, "null");
        this.other = other;
    }

    @Override
    boolean takesNull() {
        return true;
    }

    @Override
    void read(JsonReader json, WireWriter wire) throws MismatchException, InvalidRequestException {
        if (json.isNull()) {
            json.nullLiteral();
            wire.varint(0);
        } else {
            other.read(json, wire);
        }
    }

    @Override
    void write(CodedInputStream wire, JsonWriter json) throws IOException {
        wire.readEnum();
        json.put("null");
    }
}
