package io.firstcome.connect.json;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DurationProto;
import com.google.protobuf.FieldMaskProto;
import com.google.protobuf.TimestampProto;
import com.google.protobuf.WrappersProto;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Kinds of the message types of `google.protobuf` that have a JSON of their own.
public final class WellKnown {
    private static final Set<String> WRAPPERS =
            WrappersProto.getDescriptor().getMessageTypes().stream()
                    .map(Descriptor::getFullName)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> STRINGS =
            Stream.of(
                            DurationProto.getDescriptor(),
                            FieldMaskProto.getDescriptor(),
                            TimestampProto.getDescriptor())
                    .flatMap(file -> file.getMessageTypes().stream())
                    .map(Descriptor::getFullName)
                    .collect(Collectors.toUnmodifiableSet());

    private WellKnown() {}

    /// Whether the message is in JSON what its one field is, such as `google.protobuf.Int32Value`.
    public static boolean isWrapper(Descriptor type) {
        return WRAPPERS.contains(type.getFullName());
    }

    /// Whether text can stand for the message: wrappers, times and field masks.
    public static boolean isText(Descriptor type) {
        return isWrapper(type) || STRINGS.contains(type.getFullName());
    }
}
