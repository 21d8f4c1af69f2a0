package io.firstcome.connect.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.WireFormat;

import org.jspecify.annotations.Nullable;

/// A field of a message. Its JSON form is what follows its name; its wire form has tags, and
/// `write` appends what comes with one of them, and a comma.
abstract class FieldJson extends ValueJson {
    final FieldDescriptor descriptor;
    final int number;

    /// Of each value, where the values are not packed.
    final int tag;

    /// Null: in none.
    final @Nullable OneofDescriptor oneof;

    private final Frame frame;

    /// With what comes before the first value.
    private final byte[] name;

    FieldJson(FieldDescriptor descriptor, int wireType, String expected, Frame frame) {
        super(wireType, expected);
        this.descriptor = descriptor;
        this.number = descriptor.getNumber();
        this.tag = tag(number, wireType);
        this.oneof = descriptor.getRealContainingOneof();
        this.frame = frame;
        JsonWriter json = new JsonWriter(Long.SIZE);
        json.string(descriptor.getJsonName().getBytes(UTF_8));
        json.put(":" + frame.open);
        this.name = json.toByteArray();
    }

    final boolean isBefore(int tag) {
        return number < WireFormat.getTagFieldNumber(tag);
    }

    /// Whether what comes after `tag` is of this field.
    boolean takes(int tag) {
        return tag == this.tag;
    }

    final void begin(JsonWriter json) {
        json.put(name);
    }

    final void end(JsonWriter json) {
        if (frame != Frame.NONE) {
            json.close(frame.close);
            json.put(',');
        }
    }

    /// What is around the values in JSON.
    enum Frame {
        NONE("", ' '),
        ARRAY("[", ']'),
        OBJECT("{", '}');

        private final String open;
        private final char close;

        Frame(String open, char close) {
            this.open = open;
            this.close = close;
        }
    }
}
