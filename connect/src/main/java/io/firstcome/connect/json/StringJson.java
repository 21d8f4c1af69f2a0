package io.firstcome.connect.json;

import com.google.protobuf.CodedInputStream;

import io.firstcome.connect.InvalidRequestException;

import java.io.IOException;

/// Strings. A number is taken for one, as it is written; a boolean is not.
final class StringJson extends KeyJson {
    StringJson() {
        super(DELIMITED, "a string", true);
    }

    @Override
    void read(JsonReader json, WireWriter wire) throws MismatchException, InvalidRequestException {
        json.requireStringOrNumber();
        readKey(json, wire);
    }

    @Override
    void readKey(JsonReader json, WireWriter wire) {
        wire.delimited(json.text, json.from, json.to);
    }

    @Override
    void write(CodedInputStream wire, JsonWriter json) throws IOException {
        json.string(wire.readByteArray());
    }
}
