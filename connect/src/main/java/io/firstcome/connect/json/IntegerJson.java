package io.firstcome.connect.json;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;

import io.firstcome.connect.InvalidRequestException;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/// Whole numbers. Those of 64 bits are strings in JSON; what is read may be either.
final class IntegerJson extends KeyJson {
    /// So many digits are always a long.
    private static final int SHORT = 18;

    /// No number that is meant is longer.
    private static final int LENGTH_MAX = 1_000;

    private final boolean isLong;
    private final boolean isZigzag;
    private final BigInteger min;
    private final BigInteger max;
    private final long low;
    private final long high;

    private IntegerJson(int wireType, boolean isZigzag, BigInteger min, BigInteger max) {
        super(
                wireType,
                "a whole number from " + min + " to " + max,
                max.bitLength() > Integer.SIZE);
        this.isLong = max.bitLength() > Integer.SIZE;
        this.isZigzag = isZigzag;
        this.min = min;
        this.max = max;
        this.low = min.longValueExact();
        this.high = max.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    /// @param type one of whole numbers
    static IntegerJson of(FieldDescriptor.Type type) {
        return switch (type) {
            case INT32 -> signed(VARINT, false, Integer.SIZE);
            case INT64 -> signed(VARINT, false, Long.SIZE);
            case SINT32 -> signed(VARINT, true, Integer.SIZE);
            case SINT64 -> signed(VARINT, true, Long.SIZE);
            case SFIXED32 -> signed(FIXED32, false, Integer.SIZE);
            case SFIXED64 -> signed(FIXED64, false, Long.SIZE);
            case UINT32 -> unsigned(VARINT, Integer.SIZE);
            case UINT64 -> unsigned(VARINT, Long.SIZE);
            case FIXED32 -> unsigned(FIXED32, Integer.SIZE);
            case FIXED64 -> unsigned(FIXED64, Long.SIZE);
            case BOOL, BYTES, DOUBLE, ENUM, FLOAT, GROUP, MESSAGE, STRING ->
                    throw new IllegalArgumentException(
                            "type: " + type + " (expected: one of whole numbers)");
        };
    }

    private static IntegerJson signed(int wireType, boolean isZigzag, int bits) {
        BigInteger end = BigInteger.TWO.pow(bits - 1);
        return new IntegerJson(wireType, isZigzag, end.negate(), end.subtract(BigInteger.ONE));
    }

    private static IntegerJson unsigned(int wireType, int bits) {
        BigInteger end = BigInteger.TWO.pow(bits);
        return new IntegerJson(wireType, false, BigInteger.ZERO, end.subtract(BigInteger.ONE));
    }

    @Override
    void read(JsonReader json, WireWriter wire) throws MismatchException, InvalidRequestException {
        json.requireStringOrNumber();
        readKey(json, wire);
    }

    @Override
    void readKey(JsonReader json, WireWriter wire) throws MismatchException {
        long value = parse(json);
        switch (wireType) {
            case FIXED32 -> wire.fixed32((int) value);
            case FIXED64 -> wire.fixed64(value);
            default -> wire.varint(isZigzag ? CodedOutputStream.encodeZigZag64(value) : value);
        }
    }

    private long parse(JsonReader json) throws MismatchException {
        byte[] text = json.text;
        int first = json.from < json.to && text[json.from] == '-' ? json.from + 1 : json.from;
        if (first == json.to || json.to - first > SHORT) {
            return parseAnyForm(json);
        }
        long value = 0;
        for (int i = first; i < json.to; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return parseAnyForm(json);
            }
            value = 10 * value + digit;
        }
        value = first == json.from ? value : -value;
        if (value < low || value > high) {
            throw new MismatchException();
        }
        return value;
    }

    /// Takes exponents and fractions, too, when the number is whole after all.
    private long parseAnyForm(JsonReader json) throws MismatchException {
        if (json.to - json.from <= LENGTH_MAX) {
            try {
                BigInteger value = exact(new BigDecimal(json.textAsString()));
                if (value.compareTo(min) >= 0 && value.compareTo(max) <= 0) {
                    return value.longValue();
                }
            } catch (ArithmeticException | NumberFormatException e) {
                // No number, or one with a fraction: a mismatch.
            }
        }
        throw new MismatchException();
    }

    /// Does not expand a monstrous exponent.
    private static BigInteger exact(BigDecimal value) {
        long digits = (long) value.precision() - value.scale();
        if (value.signum() == 0) {
            return BigInteger.ZERO;
        } else if (digits < 1 || digits > LENGTH_MAX) {
            throw new ArithmeticException("digits: " + digits);
        }
        return value.toBigIntegerExact();
    }

    @Override
    void write(CodedInputStream wire, JsonWriter json) throws IOException {
        long raw =
                switch (wireType) {
                    case FIXED32 -> wire.readFixed32();
                    case FIXED64 -> wire.readFixed64();
                    default -> wire.readRawVarint64();
                };
        long value = isZigzag ? CodedInputStream.decodeZigZag64(raw) : raw;
        if (isLong) {
            json.put('"');
            json.put(low == 0 ? Long.toUnsignedString(value) : Long.toString(value));
            json.put('"');
        } else {
            json.put(Long.toString(low == 0 ? value & 0xFFFF_FFFFL : (int) value));
        }
    }
}
