package io.firstcome.verify.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A message of binary protobuf, its fields by number. A field that is not repeated is, where it
/// stands several times, its last.
final class ProtoMessage {
    static final int LENGTH_DELIMITED = 2;

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int FIXED_32 = 5;
    private static final int VARINT_BITS_MAX = 63;

    private final Map<Integer, Long> numbers = new HashMap<>();
    private final Map<Integer, List<ByteBuffer>> parts = new HashMap<>();

    /// Reads a whole message; `IllegalArgumentException` when it is none.
    static ProtoMessage parse(byte[] bytes) {
        return new ProtoMessage(ByteBuffer.wrap(bytes));
    }

    private ProtoMessage(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                readField(bytes);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException _) {
            throw new IllegalArgumentException("protobuf: cut off (expected: a whole message)");
        }
    }

    private void readField(ByteBuffer bytes) {
        int tag = (int) readVarint(bytes);
        int field = tag >>> 3;
        switch (tag & 7) {
            case VARINT -> numbers.put(field, readVarint(bytes));
            case LENGTH_DELIMITED ->
                    parts.computeIfAbsent(field, _ -> new ArrayList<>()).add(readPart(bytes));
            case FIXED_64 -> numbers.put(field, bytes.getLong());
            case FIXED_32 -> numbers.put(field, (long) bytes.getInt());
            default ->
                    throw new IllegalArgumentException(
                            "protobuf: wire type " + (tag & 7) + " (expected: 0, 1, 2 or 5)");
        }
    }

    private static long readVarint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; shift <= VARINT_BITS_MAX; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("protobuf: varint (expected: at most 10 bytes)");
    }

    private static ByteBuffer readPart(ByteBuffer bytes) {
        int length = Math.toIntExact(readVarint(bytes));
        ByteBuffer part = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return part;
    }

    boolean has(int field) {
        return parts.containsKey(field) || numbers.containsKey(field);
    }

    /// A number or truth; 0 when absent.
    long number(int field) {
        return numbers.getOrDefault(field, 0L);
    }

    /// A text; empty when absent.
    String text(int field) {
        return UTF_8.decode(part(field)).toString();
    }

    /// A message; empty when absent.
    ProtoMessage message(int field) {
        return new ProtoMessage(part(field));
    }

    /// All messages of a repeated field.
    List<ProtoMessage> messages(int field) {
        return parts.getOrDefault(field, List.of()).stream()
                .map(part -> new ProtoMessage(part.duplicate()))
                .toList();
    }

    private ByteBuffer part(int field) {
        List<ByteBuffer> all = parts.getOrDefault(field, List.of());
        return all.isEmpty() ? ByteBuffer.allocate(0) : all.getLast().duplicate();
    }
}
