package io.firstcome.connect.json;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.util.JsonFormat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Compiles descriptors of messages; each type once, for types may contain themselves.
final class JsonTypes {
    private final boolean refusesUnknownFields;
    private final JsonFormat.Parser parser;
    private final JsonFormat.Printer printer;
    private final Map<Descriptor, ValueJson> compiled = new HashMap<>();

    JsonTypes(boolean refusesUnknownFields, JsonFormat.TypeRegistry registry) {
        JsonFormat.Parser strict = JsonFormat.parser().usingTypeRegistry(registry);
        this.refusesUnknownFields = refusesUnknownFields;
        this.parser = refusesUnknownFields ? strict : strict.ignoringUnknownFields();
        this.printer =
                JsonFormat.printer().usingTypeRegistry(registry).omittingInsignificantWhitespace();
    }

    ValueJson message(Descriptor type) {
        ValueJson known = compiled.get(type);
        return known != null ? known : compile(type);
    }

    private ValueJson compile(Descriptor type) {
        ValueJson form =
                switch (type.getFullName()) {
                    case "google.protobuf.Timestamp" -> new TimestampJson();
                    case "google.protobuf.Duration" -> StringFormJson.duration();
                    case "google.protobuf.FieldMask" -> StringFormJson.fieldMask();
                    case "google.protobuf.Any",
                            "google.protobuf.ListValue",
                            "google.protobuf.Struct",
                            "google.protobuf.Value" ->
                            new DelegatedJson(type, parser, printer);
                    default -> ofFields(type);
                };
        compiled.put(type, form);
        if (form instanceof ObjectJson object) {
            object.setFields(fields(type));
        }
        return form;
    }

    private ValueJson ofFields(Descriptor type) {
        if (WellKnown.isWrapper(type)) {
            return new WrapperJson(value(type.findFieldByNumber(1)));
        }
        return isUsual(type)
                ? new ObjectJson(type, refusesUnknownFields)
                : new DelegatedJson(type, parser, printer);
    }

    /// Whether it has nothing that proto3 has not.
    private static boolean isUsual(Descriptor type) {
        return !type.isExtendable() && type.getFields().stream().allMatch(JsonTypes::isUsual);
    }

    private static boolean isUsual(FieldDescriptor field) {
        boolean isClosedEnum =
                field.getType() == FieldDescriptor.Type.ENUM && field.getEnumType().isClosed();
        boolean isAnyBytes =
                field.getType() == FieldDescriptor.Type.STRING && !field.needsUtf8Check();
        return !isClosedEnum
                && !isAnyBytes
                && !field.isRequired()
                && field.getType() != FieldDescriptor.Type.GROUP
                && (!field.isMapField() || isUsual(field.getMessageType()));
    }

    private List<FieldJson> fields(Descriptor type) {
        return type.getFields().stream()
                .sorted(Comparator.comparing(FieldDescriptor::getNumber))
                .map(this::field)
                .toList();
    }

    private FieldJson field(FieldDescriptor field) {
        if (field.isMapField()) {
            Descriptor entry = field.getMessageType();
            KeyJson key = (KeyJson) value(entry.findFieldByNumber(1));
            return new MapJson(field, key, value(entry.findFieldByNumber(2)));
        }
        return field.isRepeated()
                ? new RepeatedJson(field, value(field))
                : new SingularJson(field, value(field));
    }

    private ValueJson value(FieldDescriptor field) {
        return switch (field.getJavaType()) {
            case INT, LONG -> IntegerJson.of(field.getType());
            case DOUBLE -> new FloatingJson(true);
            case FLOAT -> new FloatingJson(false);
            case BOOLEAN -> new BooleanJson();
            case STRING -> new StringJson();
            case BYTE_STRING -> new BytesJson();
            case ENUM -> enumValue(field.getEnumType());
            case MESSAGE -> message(field.getMessageType());
        };
    }

    private ValueJson enumValue(EnumDescriptor type) {
        EnumJson names = new EnumJson(type, !refusesUnknownFields);
        return type.getFullName().equals("google.protobuf.NullValue") ? new NullJson(names) : names;
    }
}
