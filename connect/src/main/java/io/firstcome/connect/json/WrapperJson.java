package io.firstcome.connect.json;

import com.google.protobuf.CodedInputStream;

import io.firstcome.connect.InvalidRequestException;

import java.io.IOException;

/// Messages with one field that are in JSON what the field is, such as
/// `google.protobuf.Int32Value`.
final class WrapperJson extends ValueJson {
    private final ValueJson value;
    private final int tag;

    WrapperJson(ValueJson value) {
        super(DELIMITED, value.expected);
        this.value = value;
        this.tag = tag(1, value.wireType);
    }

    @Override
    void read(JsonReader json, WireWriter wire) throws MismatchException, InvalidRequestException {
        int opened = wire.open();
        wire.varint(tag);
        value.read(json, wire);
        wire.close(opened);
    }

    @Override
    void write(CodedInputStream wire, JsonWriter json) throws IOException {
        int outer = wire.pushLimit(wire.readRawVarint32());
        value.write(wire.readTag() == tag ? wire : defaultValue(), json);
        wire.skipRawBytes(wire.getBytesUntilLimit());
        wire.popLimit(outer);
    }
}
