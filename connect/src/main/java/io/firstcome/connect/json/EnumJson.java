package io.firstcome.connect.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;

import io.firstcome.connect.InvalidRequestException;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Values of an enum: names; numbers are taken, too, and written where there is no name.
final class EnumJson extends ValueJson {
    private static final IntegerJson NUMBER = IntegerJson.of(FieldDescriptor.Type.INT32);

    private final NameTable<Integer> numbers;
    private final Map<Integer, byte[]> quotedNames = new HashMap<>();

    private final boolean leavesOutUnknown;

    /// @param leavesOutUnknown whether a name that the enum does not have is as if not given
    EnumJson(EnumDescriptor type, boolean leavesOutUnknown) {
        super(
                VARINT,
                type.getValues().stream()
                        .map(EnumValueDescriptor::getName)
                        .collect(joining(", ", "one of ", "")));
        this.leavesOutUnknown = leavesOutUnknown;
        Map<String, Integer> numberOfName = new HashMap<>();
        for (EnumValueDescriptor value : type.getValues()) {
            numberOfName.put(value.getName(), value.getNumber());
            quotedNames.putIfAbsent(
                    value.getNumber(), ('"' + value.getName() + '"').getBytes(UTF_8));
        }
        this.numbers = new NameTable<>(numberOfName);
    }

    @Override
    void read(JsonReader json, WireWriter wire) throws MismatchException, InvalidRequestException {
        json.requireStringOrNumber();
        Integer number = numbers.get(json.text, json.from, json.to);
        if (number != null) {
            wire.varint(number);
        } else {
            readNumber(json, wire);
        }
    }

    private void readNumber(JsonReader json, WireWriter wire) throws MismatchException {
        try {
            NUMBER.readKey(json, wire);
        } catch (MismatchException e) {
            if (!json.quoted || !leavesOutUnknown) {
                throw e;
            }
        }
    }

    @Override
    void write(CodedInputStream wire, JsonWriter json) throws IOException {
        int number = wire.readEnum();
        byte[] name = quotedNames.get(number);
        if (name != null) {
            json.put(name);
        } else {
            json.put(Integer.toString(number));
        }
    }
}
