package io.firstcome.connect;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

import java.util.stream.Collectors;

/// What the JSON of a field looks like, in words.
final class Expectation {
    private Expectation() {}

    static String of(FieldDescriptor field) {
        if (field.isMapField()) {
            return "an object";
        }
        return field.isRepeated() ? "an array, each " + ofElement(field) : ofElement(field);
    }

    /// What one element of a repeated field looks like.
    static String ofElement(FieldDescriptor field) {
        return switch (field.getType()) {
            case INT32, SINT32, SFIXED32 -> wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case UINT32, FIXED32 -> wholeNumber(0, 0xFFFF_FFFFL);
            case INT64, SINT64, SFIXED64 -> wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE);
            case UINT64, FIXED64 -> "a whole number from 0 to 18446744073709551615";
            case FLOAT, DOUBLE -> "a number";
            case BOOL -> "true or false";
            case STRING -> "a string";
            case BYTES -> "a string in base64";
            case ENUM -> oneOfItsNames(field);
            case MESSAGE, GROUP -> message(field.getMessageType());
        };
    }

    private static String wholeNumber(long min, long max) {
        return "a whole number from " + min + " to " + max;
    }

    private static String oneOfItsNames(FieldDescriptor field) {
        return field.getEnumType().getValues().stream()
                .map(EnumValueDescriptor::getName)
                .collect(Collectors.joining(", ", "one of ", ""));
    }

    private static String message(Descriptor type) {
        return switch (type.getFullName()) {
            case "google.protobuf.Timestamp" ->
                    "RFC 3339 with an offset, for example 2025-06-23T20:57:00+09:00";
            case "google.protobuf.Duration" -> "seconds followed by s, for example 1.5s";
            case "google.protobuf.FieldMask" -> "a string of field names with commas between";
            case "google.protobuf.ListValue" -> "an array";
            case "google.protobuf.BoolValue",
                    "google.protobuf.BytesValue",
                    "google.protobuf.DoubleValue",
                    "google.protobuf.FloatValue",
                    "google.protobuf.Int32Value",
                    "google.protobuf.Int64Value",
                    "google.protobuf.StringValue",
                    "google.protobuf.UInt32Value",
                    "google.protobuf.UInt64Value" ->
                    ofElement(type.findFieldByName("value"));
            default -> "an object";
        };
    }
}
