package io.firstcome.connect.json;

import com.google.protobuf.CodedInputStream;

import io.firstcome.connect.InvalidRequestException;

import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;

/// Bytes, in base64. Either alphabet is taken, with padding or without.
final class BytesJson extends ValueJson {
    BytesJson() {
        super(DELIMITED, "a string in base64");
    }

    @Override
    void read(JsonReader json, WireWriter wire) throws MismatchException, InvalidRequestException {
        json.requireString();
        byte[] base64 = Arrays.copyOfRange(json.text, json.from, json.to);
        try {
            byte[] bytes = decoderOf(base64).decode(base64);
            wire.delimited(bytes, 0, bytes.length);
        } catch (IllegalArgumentException e) {
            throw new MismatchException();
        }
    }

    private static Base64.Decoder decoderOf(byte[] base64) {
        for (byte c : base64) {
            if (c == '-' || c == '_') {
                return Base64.getUrlDecoder();
            }
        }
        return Base64.getDecoder();
    }

    @Override
    void write(CodedInputStream wire, JsonWriter json) throws IOException {
        json.put('"');
        json.put(Base64.getEncoder().encode(wire.readByteArray()));
        json.put('"');
    }
}
