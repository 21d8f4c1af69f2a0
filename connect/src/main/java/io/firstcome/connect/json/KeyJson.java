package io.firstcome.connect.json;

import com.google.protobuf.CodedInputStream;

import java.io.IOException;

/// A kind of value that keys of maps can have.

abstract class KeyJson extends ValueJson {
    /// Whether its JSON form has quotes anyway.
    private final boolean isQuoted;

    KeyJson(int wireType, String expected, boolean isQuoted) {
        super(wireType, expected);
        this.isQuoted = isQuoted;
    }

    /// Appends the wire form of the text that `json` read last.
    abstract void readKey(JsonReader json, WireWriter wire) throws MismatchException;

    /// Like `write`, but always with quotes.
    final void writeKey(CodedInputStream wire, JsonWriter json) throws IOException {
        if (isQuoted) {
            write(wire, json);
        } else {
            json.put('"');
            write(wire, json);
            json.put('"');
        }
    }
}
