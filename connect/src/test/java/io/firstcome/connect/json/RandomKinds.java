package io.firstcome.connect.json;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.FieldMask;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.ListValue;
import com.google.protobuf.Message;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/// Makes messages with random content.
final class RandomKinds {
    private static final String[] CHARACTERS = {
        "a", "Z", "7", " ", "é", "쿠", "🎟", "<", "'", "\"", "\\", "/", "\n", "\u0001", "\u2028", "{"
    };
    private static final long[] LONGS = {0, 1, -1, 127, 128, 1L << 31, 1L << 62, Long.MIN_VALUE};
    private static final double[] DOUBLES = {
        0, 1.5, -1e300, 0.1, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, 1e23
    };

    private final Random random;

    RandomKinds(Random random) {
        this.random = random;
    }

    DynamicMessage next() {
        return message(Kinds.KINDS.getDescriptorForType(), 2);
    }

    /// @param depth of messages within
    private DynamicMessage message(Descriptor type, int depth) {
        DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
        int count = depth < 0 || type.getFields().isEmpty() ? 0 : random.nextInt(8);
        for (int i = 0; i < count; i++) {
            FieldDescriptor field = type.getFields().get(random.nextInt(type.getFields().size()));
            OneofDescriptor oneof = field.getContainingOneof();
            if (oneof == null || !message.hasOneof(oneof)) {
                set(message, field, depth);
            }
        }
        return message.build();
    }

    private void set(DynamicMessage.Builder message, FieldDescriptor field, int depth) {
        message.clearField(field);
        if (field.isMapField()) {
            Set<Object> keys = new HashSet<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                Object key = value(field.getMessageType().findFieldByNumber(1), depth);
                if (keys.add(key)) {
                    message.addRepeatedField(field, entry(field.getMessageType(), key, depth));
                }
            }
        } else if (field.isRepeated()) {
            for (int i = random.nextInt(4); i > 0; i--) {
                message.addRepeatedField(field, value(field, depth));
            }
        } else {
            message.setField(field, value(field, depth));
        }
    }

    private DynamicMessage entry(Descriptor type, Object key, int depth) {
        FieldDescriptor value = type.findFieldByNumber(2);
        return DynamicMessage.newBuilder(type)
                .setField(type.findFieldByNumber(1), key)
                .setField(value, value(value, depth))
                .build();
    }

    private Object value(FieldDescriptor field, int depth) {
        return switch (field.getJavaType()) {
            case INT -> (int) nextLong();
            case LONG -> nextLong();
            case FLOAT -> (float) nextDouble();
            case DOUBLE -> nextDouble();
            case BOOLEAN -> random.nextBoolean();
            case STRING -> nextString();
            case BYTE_STRING -> ByteString.copyFrom(nextBytes());
            case ENUM -> nextEnum(field.getEnumType());
            case MESSAGE -> wellKnown(field.getMessageType(), depth - 1);
        };
    }

    private long nextLong() {
        return random.nextBoolean() ? LONGS[random.nextInt(LONGS.length)] : random.nextLong();
    }

    private double nextDouble() {
        return random.nextBoolean()
                ? DOUBLES[random.nextInt(DOUBLES.length)]
                : random.nextGaussian() * 1e6;
    }

    private String nextString() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(CHARACTERS[random.nextInt(CHARACTERS.length)]);
        }
        return text.toString();
    }

    private byte[] nextBytes() {
        byte[] bytes = new byte[random.nextInt(6)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Object nextEnum(EnumDescriptor type) {
        boolean isOpen = type.getValues().size() > 1 && random.nextInt(4) == 0;
        return isOpen
                ? type.findValueByNumberCreatingIfUnknown(random.nextInt(100))
                : type.getValues().get(random.nextInt(type.getValues().size()));
    }

    private Message wellKnown(Descriptor type, int depth) {
        return switch (type.getFullName()) {
            case "google.protobuf.Any" -> convert(any(depth), type);
            case "google.protobuf.Timestamp" -> convert(timestamp(), type);
            case "google.protobuf.Duration" -> convert(duration(), type);
            case "google.protobuf.FieldMask" ->
                    convert(FieldMask.newBuilder().addPaths("a_b.c").addPaths("d").build(), type);
            case "google.protobuf.Value" -> convert(nextValue(depth), type);
            case "google.protobuf.ListValue" -> convert(list(depth), type);
            case "google.protobuf.Struct" -> convert(struct(depth), type);
            default -> message(type, depth);
        };
    }

    private static Message convert(Message message, Descriptor type) {
        try {
            return DynamicMessage.parseFrom(type, message.toByteArray());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private Any any(int depth) {
        Message content =
                random.nextBoolean()
                        ? timestamp()
                        : message(Kinds.KINDS.getDescriptorForType(), depth);
        return Any.pack(content);
    }

    private Timestamp timestamp() {
        return Timestamp.newBuilder()
                .setSeconds(random.nextLong(-62_135_596_800L, 253_402_300_800L))
                .setNanos(nanos())
                .build();
    }

    private Duration duration() {
        int sign = random.nextBoolean() ? 1 : -1;
        return Duration.newBuilder()
                .setSeconds(sign * random.nextLong(315_576_000_001L))
                .setNanos(sign * nanos())
                .build();
    }

    private int nanos() {
        int unit = (int) Math.pow(1_000, random.nextInt(4));
        return random.nextInt(1_000_000_000 / unit) * unit;
    }

    private Value nextValue(int depth) {
        return switch (random.nextInt(depth < 0 ? 4 : 6)) {
            case 0 -> Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
            case 1 -> Value.newBuilder().setBoolValue(random.nextBoolean()).build();
            case 2 -> Value.newBuilder().setStringValue(nextString()).build();
            case 3 -> Value.newBuilder().setNumberValue(random.nextGaussian()).build();
            case 4 -> Value.newBuilder().setListValue(list(depth - 1)).build();
            default -> Value.newBuilder().setStructValue(struct(depth - 1)).build();
        };
    }

    private ListValue list(int depth) {
        ListValue.Builder list = ListValue.newBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            list.addValues(nextValue(depth));
        }
        return list.build();
    }

    private Struct struct(int depth) {
        Struct.Builder struct = Struct.newBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            struct.putFields(nextString(), nextValue(depth));
        }
        return struct.build();
    }
}
