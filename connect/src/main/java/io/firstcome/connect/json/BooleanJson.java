package io.firstcome.connect.json;

import com.google.protobuf.CodedInputStream;

import io.firstcome.connect.InvalidRequestException;

import java.io.IOException;

/// Booleans; `"true"` and `"false"` are taken as well.
final class BooleanJson extends KeyJson {
    BooleanJson() {
        super(VARINT, "true or false", false);
    }

    @Override
    void read(JsonReader json, WireWriter wire) throws MismatchException, InvalidRequestException {
        if (json.peek() == '"') {
            json.string();
            readKey(json, wire);
        } else {
            wire.varint(json.requireBoolean() ? 1 : 0);
        }
    }

    @Override
    void readKey(JsonReader json, WireWriter wire) throws MismatchException {
        switch (json.textAsString()) {
            case "true" -> wire.varint(1);
            case "false" -> wire.varint(0);
            default -> throw new MismatchException();
        }
    }

    @Override
    void write(CodedInputStream wire, JsonWriter json) throws IOException {
        json.put(wire.readBool() ? "true" : "false");
    }
}
