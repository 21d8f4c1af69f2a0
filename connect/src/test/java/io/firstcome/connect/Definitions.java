package io.firstcome.connect;

import com.google.api.AnnotationsProto;
import com.google.protobuf.AnyProto;
import com.google.protobuf.DescriptorProtos;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DurationProto;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.FieldMaskProto;
import com.google.protobuf.TextFormat;
import com.google.protobuf.TimestampProto;
import com.google.protobuf.WrappersProto;

/// Definitions to test with, from text.
public final class Definitions {
    private static final FileDescriptor[] IMPORTS = {
        AnnotationsProto.getDescriptor(),
        AnyProto.getDescriptor(),
        DescriptorProtos.getDescriptor(),
        DurationProto.getDescriptor(),
        FieldMaskProto.getDescriptor(),
        TimestampProto.getDescriptor(),
        WrappersProto.getDescriptor()
    };

    private Definitions() {}

    /// The file that a `FileDescriptorProto` in text says.
    public static FileDescriptor of(String text) {
        ExtensionRegistry registry = ExtensionRegistry.newInstance();
        registry.add(AnnotationsProto.http);
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder();
        try {
            TextFormat.merge(text, registry, file);
            return FileDescriptor.buildFrom(file.build(), IMPORTS);
        } catch (TextFormat.ParseException | DescriptorValidationException e) {
            throw new IllegalStateException(e);
        }
    }
}
