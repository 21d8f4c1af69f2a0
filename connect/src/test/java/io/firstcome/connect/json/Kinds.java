package io.firstcome.connect.json;

import com.google.protobuf.AnyProto;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DurationProto;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.EmptyProto;
import com.google.protobuf.FieldMaskProto;
import com.google.protobuf.StructProto;
import com.google.protobuf.TimestampProto;
import com.google.protobuf.WrappersProto;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// A message type that has every kind of value in every kind of field: alone, optional, repeated,
/// in a oneof, in a map and, where it can be one, as the key of a map.
final class Kinds {
    private static final FileDescriptor[] WELL_KNOWN = {
        AnyProto.getDescriptor(),
        DurationProto.getDescriptor(),
        EmptyProto.getDescriptor(),
        FieldMaskProto.getDescriptor(),
        StructProto.getDescriptor(),
        TimestampProto.getDescriptor(),
        WrappersProto.getDescriptor()
    };

    private static final List<String> SCALARS =
            List.of(
                    "double",
                    "float",
                    "int64",
                    "uint64",
                    "int32",
                    "fixed64",
                    "fixed32",
                    "bool",
                    "string",
                    "bytes",
                    "uint32",
                    "sfixed32",
                    "sfixed64",
                    "sint32",
                    "sint64");

    private static final List<String> NO_KEYS = List.of("double", "float", "bytes");

    private static final List<String> ENUMS = List.of("test.v1.Size", "google.protobuf.NullValue");

    private static final List<String> MESSAGES =
            List.of(
                    "test.v1.Kinds",
                    "google.protobuf.Any",
                    "google.protobuf.BoolValue",
                    "google.protobuf.BytesValue",
                    "google.protobuf.DoubleValue",
                    "google.protobuf.Duration",
                    "google.protobuf.Empty",
                    "google.protobuf.FieldMask",
                    "google.protobuf.FloatValue",
                    "google.protobuf.Int32Value",
                    "google.protobuf.Int64Value",
                    "google.protobuf.ListValue",
                    "google.protobuf.StringValue",
                    "google.protobuf.Struct",
                    "google.protobuf.Timestamp",
                    "google.protobuf.UInt32Value",
                    "google.protobuf.UInt64Value",
                    "google.protobuf.Value");

    static final DynamicMessage KINDS = new Kinds().build();

    private final DescriptorProto.Builder type = DescriptorProto.newBuilder().setName("Kinds");

    private Kinds() {}

    private DynamicMessage build() {
        type.addOneofDeclBuilder().setName("choice");
        SCALARS.forEach(name -> addFields(field(name, "")));
        ENUMS.forEach(name -> addFields(field("enum", name)));
        MESSAGES.forEach(name -> addFields(field("message", name)));
        for (String key : SCALARS) {
            if (!NO_KEYS.contains(key)) {
                addMap(key + "_key", field(key, ""), field("int32", ""));
            }
        }
        FileDescriptorProto.Builder file =
                FileDescriptorProto.newBuilder()
                        .setName("test/v1/kinds.proto")
                        .setPackage("test.v1")
                        .setSyntax("proto3")
                        .addMessageType(type);
        for (FileDescriptor dependency : WELL_KNOWN) {
            file.addDependency(dependency.getName());
        }
        EnumDescriptorProto.Builder size = file.addEnumTypeBuilder().setName("Size");
        size.addValueBuilder().setName("SIZE_UNSPECIFIED").setNumber(0);
        size.addValueBuilder().setName("SMALL").setNumber(1);
        size.addValueBuilder().setName("LARGE").setNumber(-7);
        return message(file.build());
    }

    private static DynamicMessage message(FileDescriptorProto file) {
        try {
            return DynamicMessage.getDefaultInstance(
                    Objects.requireNonNull(
                            FileDescriptor.buildFrom(file, WELL_KNOWN)
                                    .findMessageTypeByName("Kinds")));
        } catch (DescriptorValidationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @param type in small letters
    private static FieldDescriptorProto field(String type, String typeName) {
        FieldDescriptorProto.Builder field =
                FieldDescriptorProto.newBuilder()
                        .setLabel(Label.LABEL_OPTIONAL)
                        .setType(
                                FieldDescriptorProto.Type.valueOf(
                                        "TYPE_" + type.toUpperCase(Locale.ROOT)));
        return typeName.isEmpty() ? field.build() : field.setTypeName("." + typeName).build();
    }

    private void addFields(FieldDescriptorProto value) {
        String name =
                value.getTypeName().isEmpty()
                        ? value.getType().name().substring("TYPE_".length())
                        : value.getTypeName().substring(value.getTypeName().lastIndexOf('.') + 1);
        String lower = name.toLowerCase(Locale.ROOT);
        add(lower, value);
        add(lower + "_list", value).setLabel(Label.LABEL_REPEATED);
        add(lower + "_choice", value).setOneofIndex(0);
        addMap(lower + "_map", field("string", ""), value);
        type.addOneofDeclBuilder().setName("_" + lower + "_maybe");
        add(lower + "_maybe", value)
                .setProto3Optional(true)
                .setOneofIndex(type.getOneofDeclCount() - 1);
    }

    private FieldDescriptorProto.Builder add(String name, FieldDescriptorProto value) {
        return type.addFieldBuilder()
                .mergeFrom(value)
                .setName(name)
                .setNumber(type.getFieldCount());
    }

    private void addMap(String name, FieldDescriptorProto key, FieldDescriptorProto value) {
        StringBuilder entry = new StringBuilder();
        for (String word : name.split("_", -1)) {
            entry.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        entry.append("Entry");
        DescriptorProto.Builder type = this.type.addNestedTypeBuilder().setName(entry.toString());
        type.getOptionsBuilder().setMapEntry(true);
        type.addField(key.toBuilder().setName("key").setNumber(1));
        type.addField(value.toBuilder().setName("value").setNumber(2));
        add(name, field("message", "test.v1.Kinds." + entry)).setLabel(Label.LABEL_REPEATED);
    }
}
