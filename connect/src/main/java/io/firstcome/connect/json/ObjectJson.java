package io.firstcome.connect.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;

import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.Shown;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Messages that are objects in JSON.
final class ObjectJson extends ValueJson {
    private final Descriptor type;
    private final boolean refusesUnknownFields;

    /// In the order of their numbers, as on the wire.
    private FieldJson[] fields = {};

    private NameTable<Name> names = new NameTable<>(Map.of());

    ObjectJson(Descriptor type, boolean refusesUnknownFields) {
        super(DELIMITED, "an object");
        this.type = type;
        this.refusesUnknownFields = refusesUnknownFields;
    }

    /// Gives the message its fields; only now, for their values may be such messages in turn.
    ///
    /// @param fields in the order of their numbers
    void setFields(List<FieldJson> fields) {
        this.fields = fields.toArray(FieldJson[]::new);
        Map<String, Name> byText = new HashMap<>();
        for (FieldJson field : fields) {
            int id = 2 * field.descriptor.getIndex();
            byText.put(field.descriptor.getName(), new Name(field, id, id + 1));
        }
        for (FieldJson field : fields) {
            int id = 2 * field.descriptor.getIndex();
            byText.put(field.descriptor.getJsonName(), new Name(field, id + 1, id));
        }
        names = new NameTable<>(byText);
    }

    @Override
    boolean isObject() {
        return true;
    }

    @Override
    void read(JsonReader json, WireWriter wire) throws MismatchException, InvalidRequestException {
        boolean more = json.firstName();
        int opened = wire.open();
        GivenNames given = new GivenNames(2 * fields.length + type.getOneofs().size());
        while (more) {
            readMember(given, json, wire);
            more = json.nextName();
        }
        wire.close(opened);
    }

    private void readMember(GivenNames given, JsonReader json, WireWriter wire)
            throws InvalidRequestException {
        byte[] text = json.text;
        int from = json.from;
        int to = json.to;
        int known = json.problems.count();
        Name name = names.get(text, from, to);
        if (name == null) {
            given.addUnknown(json);
            skipUnknown(json);
        } else {
            readField(name, given, json, wire);
        }
        if (json.problems.count() > known) {
            json.problems.prefix(Shown.cut(new String(text, from, to - from, UTF_8)), known);
        }
    }

    private void skipUnknown(JsonReader json) throws InvalidRequestException {
        json.skip();
        if (refusesUnknownFields) {
            json.problems.add(
                    type.getFields().stream()
                            .map(FieldDescriptor::getJsonName)
                            .collect(joining(", ", "unknown field (expected: one of ", ")")));
        }
    }

    private void readField(Name name, GivenNames given, JsonReader json, WireWriter wire)
            throws InvalidRequestException {
        if (given.has(name.id)) {
            throw json.givenTwice();
        }
        given.add(name.id);
        if (given.has(name.otherId)) {
            json.skip();
            json.problems.add("given under both of its names (expected: once)");
            return;
        }
        int start = wire.size();
        name.field.readOrReport(json, wire);
        if (name.field.oneof != null && wire.size() > start) {
            addSide(name.field.oneof, given, json);
        }
    }

    private void addSide(OneofDescriptor oneof, GivenNames given, JsonReader json) {
        int id = 2 * fields.length + oneof.getIndex();
        if (given.has(id)) {
            String sides =
                    oneof.getFields().stream()
                            .map(FieldDescriptor::getJsonName)
                            .collect(joining(", "));
            json.problems.add(
                    "given beside another of the oneof (expected: only one of " + sides + ")");
        }
        given.add(id);
    }

    @Override
    void write(CodedInputStream wire, JsonWriter json) throws IOException {
        int outer = wire.pushLimit(wire.readRawVarint32());
        json.put('{');
        FieldJson open = null;
        int next = 0;
        for (int tag = wire.readTag(); tag != 0; tag = wire.readTag()) {
            while (next < fields.length && fields[next].isBefore(tag)) {
                next++;
            }
            if (next == fields.length || !fields[next].takes(tag)) {
                wire.skipField(tag);
                continue;
            }
            if (fields[next] != open) {
                end(open, json);
                open = fields[next];
                open.begin(json);
            }
            open.write(wire, json);
        }
        end(open, json);
        json.close('}');
        wire.popLimit(outer);
    }

    private static void end(@Nullable FieldJson open, JsonWriter json) {
        if (open != null) {
            open.end(json);
        }
    }

    /// A name of a field: it may have two.
    ///
    /// @param id unique among the names of the message
    private record Name(FieldJson field, int id, int otherId) {}
}
