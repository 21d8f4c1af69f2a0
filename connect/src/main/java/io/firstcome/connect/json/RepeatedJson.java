package io.firstcome.connect.json;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;

import io.firstcome.connect.InvalidRequestException;

import java.io.IOException;

/// A field with many values. Those that can be packed are.
final class RepeatedJson extends FieldJson {
    private final ValueJson value;
    private final boolean isPacked;
    private final int packedTag;

    RepeatedJson(FieldDescriptor descriptor, ValueJson value) {
        super(descriptor, value.wireType, "an array, each " + value.expected, Frame.ARRAY);
        this.value = value;
        this.packedTag = tag(number, DELIMITED);
        this.isPacked = value.wireType != DELIMITED;
    }

    @Override
    void read(JsonReader json, WireWriter wire) throws MismatchException, InvalidRequestException {
        if (json.isNull()) {
            json.nullLiteral();
        } else if (isPacked) {
            wire.varint(packedTag);
            int opened = wire.open();
            readElements(json, wire);
            wire.close(opened);
        } else {
            readElements(json, wire);
        }
    }

    private void readElements(JsonReader json, WireWriter wire)
            throws MismatchException, InvalidRequestException {
        int index = 0;
        for (boolean more = json.firstElement(); more; more = json.nextElement()) {
            if (!isPacked) {
                wire.varint(tag);
            }
            int known = json.problems.count();
            value.readOrReport(json, wire);
            if (json.problems.count() > known) {
                json.problems.prefix("[" + index + "]", known);
            }
            index++;
        }
    }

    @Override
    boolean takes(int tag) {
        return tag == this.tag || tag == packedTag;
    }

    @Override
    void write(CodedInputStream wire, JsonWriter json) throws IOException {
        if (isPacked && wire.getLastTag() == packedTag) {
            int outer = wire.pushLimit(wire.readRawVarint32());
            while (!wire.isAtEnd()) {
                writeElement(wire, json);
            }
            wire.popLimit(outer);
        } else {
            writeElement(wire, json);
        }
    }

    private void writeElement(CodedInputStream wire, JsonWriter json) throws IOException {
        value.write(wire, json);
        json.put(',');
    }
}
