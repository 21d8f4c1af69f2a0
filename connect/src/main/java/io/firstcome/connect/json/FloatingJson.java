package io.firstcome.connect.json;

import com.google.protobuf.CodedInputStream;

import io.firstcome.connect.InvalidRequestException;

import java.io.IOException;

/// Numbers in floating point, of 64 or 32 bits.
final class FloatingJson extends ValueJson {
    /// No number that is meant is longer.
    private static final int LENGTH_MAX = 1_000;

    private final boolean isDouble;

    FloatingJson(boolean isDouble) {
        super(isDouble ? FIXED64 : FIXED32, "a number");
        this.isDouble = isDouble;
    }

    @Override
    void read(JsonReader json, WireWriter wire) throws MismatchException, InvalidRequestException {
        json.requireStringOrNumber();
        String text = json.textAsString();
        double value = json.quoted && isSpecial(text) ? Double.parseDouble(text) : finite(text);
        if (isDouble) {
            wire.fixed64(Double.doubleToLongBits(value));
        } else {
            wire.fixed32(Float.floatToIntBits((float) value));
        }
    }

    private static boolean isSpecial(String text) {
        return text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    }

    private double finite(String text) throws MismatchException {
        if (text.length() <= LENGTH_MAX && text.chars().allMatch(FloatingJson::isOfNumbers)) {
            try {
                double value = Double.parseDouble(text);
                if (isDouble ? Double.isFinite(value) : Float.isFinite((float) value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Not a number: a mismatch.
            }
        }
        throw new MismatchException();
    }

    /// Without it, "1d" and " 1" would be numbers to Java.
    private static boolean isOfNumbers(int c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    }

    @Override
    void write(CodedInputStream wire, JsonWriter json) throws IOException {
        if (isDouble) {
            double value = wire.readDouble();
            print(Double.toString(value), Double.isFinite(value), json);
        } else {
            float value = wire.readFloat();
            print(Float.toString(value), Float.isFinite(value), json);
        }
    }

    private static void print(String text, boolean isNumber, JsonWriter json) {
        json.put(isNumber ? text : '"' + text + '"');
    }
}
