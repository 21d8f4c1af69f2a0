package io.firstcome.connect.json;

import com.google.protobuf.CodedOutputStream;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Appends to a message in binary protobuf.
final class WireWriter {
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int VARINT_MAX = 10;

    private byte[] bytes;
    private int size;

    WireWriter(int capacity) {
        bytes = new byte[capacity];
    }

    /// What was written is in `bytes()` up to here.
    int size() {
        return size;
    }

    /// Not a copy.
    byte[] bytes() {
        return bytes;
    }

    /// Drops what was written from `size` on.
    void truncate(int size) {
        this.size = size;
    }

    void varint(long value) {
        reserve(VARINT_MAX);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void fixed32(int value) {
        reserve(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    void fixed64(long value) {
        reserve(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    void delimited(byte[] source, int from, int to) {
        varint(to - from);
        reserve(to - from);
        System.arraycopy(source, from, bytes, size, to - from);
        size += to - from;
    }

    /// Begins a value that has its length before it.
    ///
    /// @return what `close` needs
    int open() {
        reserve(1);
        return size++;
    }

    /// Ends a value: writes its length, for which `open` left room for one byte.
    void close(int opened) {
        int content = opened + 1;
        int length = size - content;
        int shift = CodedOutputStream.computeUInt32SizeNoTag(length) - 1;
        if (shift > 0) {
            reserve(shift);
            System.arraycopy(bytes, content, bytes, content + shift, length);
        }
        size = opened;
        varint(length);
        size += length;
    }

    private void reserve(int count) {
        if (size + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + count, 2 * bytes.length));
        }
    }
}
