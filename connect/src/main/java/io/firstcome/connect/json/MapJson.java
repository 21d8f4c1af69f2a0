package io.firstcome.connect.json;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;

import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.Shown;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// A field with a map. On the wire it is a repeated message with a key and a value.
final class MapJson extends FieldJson {
    private final KeyJson key;
    private final ValueJson value;
    private final int keyTag;
    private final int valueTag;

    MapJson(FieldDescriptor descriptor, KeyJson key, ValueJson value) {
        super(descriptor, DELIMITED, "an object", Frame.OBJECT);
        this.key = key;
        this.value = value;
        this.keyTag = tag(1, key.wireType);
        this.valueTag = tag(2, value.wireType);
    }

    @Override
    void read(JsonReader json, WireWriter wire) throws MismatchException, InvalidRequestException {
        if (json.isNull()) {
            json.nullLiteral();
            return;
        }
        Set<String> names = new HashSet<>();
        for (boolean more = json.firstName(); more; more = json.nextName()) {
            readEntry(json.requireNew(names), json, wire);
        }
    }

    private void readEntry(String name, JsonReader json, WireWriter wire)
            throws InvalidRequestException {
        int known = json.problems.count();
        int start = wire.size();
        wire.varint(tag);
        int opened = wire.open();
        readKey(name, json, wire);
        wire.varint(valueTag);
        int content = wire.size();
        value.readOrReport(json, wire);
        if (wire.size() == content) {
            wire.truncate(start);
        } else {
            wire.close(opened);
        }
        json.problems.prefix(name, known);
    }

    private void readKey(String name, JsonReader json, WireWriter wire) {
        wire.varint(keyTag);
        try {
            key.readKey(json, wire);
        } catch (MismatchException e) {
            String shown = '"' + Shown.cut(name) + '"';
            json.problems.add(shown + " as a name (expected: " + key.expected + ")");
        }
    }

    @Override
    void write(CodedInputStream wire, JsonWriter json) throws IOException {
        int outer = wire.pushLimit(wire.readRawVarint32());
        int tag = wire.readTag();
        key.writeKey(tag == keyTag ? wire : defaultValue(), json);
        json.put(':');
        tag = tag == keyTag ? wire.readTag() : tag;
        value.write(tag == valueTag ? wire : defaultValue(), json);
        json.put(',');
        wire.popLimit(outer);
    }
}
