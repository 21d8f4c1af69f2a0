package io.firstcome.connect.rest.openapi;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.SourceCodeInfo.Location;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.GenericDescriptor;
import com.google.protobuf.Message;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The comments in front of definitions, by full name.
public final class Comments {
    private final Map<String, String> texts = new HashMap<>();

    /// @param files with the information of where in the source their definitions stand
    public Comments(FileDescriptorSet files) {
        files.getFileList().forEach(this::add);
    }

    private void add(FileDescriptorProto file) {
        for (Location location : file.getSourceCodeInfo().getLocationList()) {
            if (location.hasLeadingComments()) {
                String name = name(file, location.getPathList());
                if (!name.isEmpty()) {
                    texts.put(name, joined(location.getLeadingComments()));
                }
            }
        }
    }

    /// The full name of what a path of field numbers and indices leads to; empty when that has no
    /// name.
    private static String name(FileDescriptorProto file, List<Integer> path) {
        StringBuilder name = new StringBuilder(file.getPackage());
        Message at = file;
        for (int i = 0; i + 1 < path.size(); i += 2) {
            FieldDescriptor field = at.getDescriptorForType().findFieldByNumber(path.get(i));
            if (field == null || !field.isRepeated()) {
                return "";
            }
            if (!(at.getRepeatedField(field, path.get(i + 1)) instanceof Message inner)) {
                return "";
            }
            at = inner;
            name.append('.').append(simpleName(inner));
        }
        return path.size() % 2 == 0 ? name.toString() : "";
    }

    private static String simpleName(Message definition) {
        FieldDescriptor name = definition.getDescriptorForType().findFieldByName("name");
        return name == null ? "" : (String) definition.getField(name);
    }

    /// One line for each paragraph.
    private static String joined(String comment) {
        return String.join(
                "\n\n",
                List.of(comment.strip().split("\n\\s*\n")).stream()
                        .map(paragraph -> paragraph.replaceAll("\\s*\n\\s*", " ").strip())
                        .toList());
    }

    /// The comment in front of a definition; empty when there is none.
    String of(GenericDescriptor definition) {
        return texts.getOrDefault(definition.getFullName(), "");
    }
}
