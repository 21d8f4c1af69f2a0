package io.firstcome.connect.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.FieldMaskUtil;

import io.firstcome.connect.InvalidRequestException;

import java.io.IOException;
import java.text.ParseException;

/// Messages that are strings in JSON, whose form protobuf's own utilities know.
final class StringFormJson extends ValueJson {
    private final Reading reading;
    private final Writing writing;

    private StringFormJson(String expected, Reading reading, Writing writing) {
        super(DELIMITED, expected);
        this.reading = reading;
        this.writing = writing;
    }

    static StringFormJson duration() {
        return new StringFormJson(
                "seconds followed by s, for example 1.5s",
                Durations::parse,
                wire -> Durations.toString(Duration.parseFrom(wire)));
    }

    static StringFormJson fieldMask() {
        return new StringFormJson(
                "a string of field names with commas between",
                FieldMaskUtil::fromJsonString,
                wire -> FieldMaskUtil.toJsonString(FieldMask.parseFrom(wire)));
    }

    @Override
    void read(JsonReader json, WireWriter wire) throws MismatchException, InvalidRequestException {
        json.requireString();
        try {
            byte[] message = reading.message(json.textAsString()).toByteArray();
            wire.delimited(message, 0, message.length);
        } catch (ParseException e) {
            throw new MismatchException();
        }
    }

    @Override
    void write(CodedInputStream wire, JsonWriter json) throws IOException {
        json.string(writing.text(wire.readByteArray()).getBytes(UTF_8));
    }

    private interface Reading {
        Message message(String text) throws ParseException;
    }

    private interface Writing {
        String text(byte[] wire) throws InvalidProtocolBufferException;
    }
}
