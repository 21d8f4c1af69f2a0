package io.firstcome.connect.json;

import com.google.protobuf.CodedInputStream;

import io.firstcome.connect.InvalidRequestException;

import java.io.IOException;

/// One kind of value: its JSON form and its wire form.
abstract class ValueJson {
    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int DELIMITED = 2;
    static final int FIXED32 = 5;

    final int wireType;

    /// What the JSON form looks like, in words.
    final String expected;

    ValueJson(int wireType, String expected) {
        this.wireType = wireType;
        this.expected = expected;
    }

    /// Reads a JSON value and appends its wire form without a tag; appends nothing when the value
    /// is one to leave out.
    abstract void read(JsonReader json, WireWriter wire)
            throws MismatchException, InvalidRequestException;

    /// Reads a value after its tag and appends its JSON form.
    abstract void write(CodedInputStream wire, JsonWriter json) throws IOException;

    /// Whether null is a value; otherwise it means that there is none.
    boolean takesNull() {
        return false;
    }

    /// Whether its JSON form is an object.
    boolean isObject() {
        return false;
    }

    /// Reads as the default of any kind of value.
    static CodedInputStream defaultValue() {
        return CodedInputStream.newInstance(new byte[Long.BYTES]);
    }

    static int tag(int fieldNumber, int wireType) {
        return (fieldNumber << 3) | wireType;
    }

    /// Like `read`, but notes a value of another kind as a problem.
    final void readOrReport(JsonReader json, WireWriter wire) throws InvalidRequestException {
        int start = json.position;
        try {
            read(json, wire);
        } catch (MismatchException e) {
            json.mismatch(start, expected);
        }
    }
}
