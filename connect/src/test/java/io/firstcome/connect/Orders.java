package io.firstcome.connect;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;

import java.util.Objects;

/// A service to test with, and its one message type that has fields of every kind.
public final class Orders {
    private static final String FILE =
            """
            name: "test/v1/orders.proto"
            package: "test.v1"
            syntax: "proto3"
            dependency: "google/protobuf/timestamp.proto"
            dependency: "google/protobuf/duration.proto"
            dependency: "google/protobuf/wrappers.proto"
            dependency: "google/protobuf/field_mask.proto"
            enum_type {
              name: "Color"
              value { name: "COLOR_UNSPECIFIED" number: 0 }
              value { name: "RED" number: 1 }
            }
            message_type {
              name: "Item"
              field { name: "sku" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL }
              field { name: "percent" number: 2 type: TYPE_INT32 label: LABEL_OPTIONAL }
            }
            message_type {
              name: "Order"
              field { name: "name" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL }
              field { name: "count" number: 2 type: TYPE_INT32 label: LABEL_OPTIONAL }
              field { name: "total" number: 3 type: TYPE_INT64 label: LABEL_OPTIONAL }
              field { name: "weight" number: 4 type: TYPE_UINT32 label: LABEL_OPTIONAL }
              field { name: "big" number: 5 type: TYPE_UINT64 label: LABEL_OPTIONAL }
              field { name: "gift" number: 6 type: TYPE_BOOL label: LABEL_OPTIONAL }
              field { name: "price" number: 7 type: TYPE_DOUBLE label: LABEL_OPTIONAL }
              field { name: "data" number: 8 type: TYPE_BYTES label: LABEL_OPTIONAL }
              field {
                name: "color" number: 9 type: TYPE_ENUM label: LABEL_OPTIONAL
                type_name: ".test.v1.Color"
              }
              field {
                name: "starts_at" number: 10 type: TYPE_MESSAGE label: LABEL_OPTIONAL
                type_name: ".google.protobuf.Timestamp"
              }
              field {
                name: "wait" number: 11 type: TYPE_MESSAGE label: LABEL_OPTIONAL
                type_name: ".google.protobuf.Duration"
              }
              field {
                name: "maybe" number: 12 type: TYPE_MESSAGE label: LABEL_OPTIONAL
                type_name: ".google.protobuf.Int32Value"
              }
              field {
                name: "mask" number: 13 type: TYPE_MESSAGE label: LABEL_OPTIONAL
                type_name: ".google.protobuf.FieldMask"
              }
              field {
                name: "item" number: 14 type: TYPE_MESSAGE label: LABEL_OPTIONAL
                type_name: ".test.v1.Item"
              }
              field {
                name: "items" number: 15 type: TYPE_MESSAGE label: LABEL_REPEATED
                type_name: ".test.v1.Item"
              }
              field { name: "sizes" number: 16 type: TYPE_INT32 label: LABEL_REPEATED }
              field {
                name: "labels" number: 17 type: TYPE_MESSAGE label: LABEL_REPEATED
                type_name: ".test.v1.Order.LabelsEntry"
              }
              field {
                name: "left" number: 18 type: TYPE_STRING label: LABEL_OPTIONAL oneof_index: 0
              }
              field {
                name: "right" number: 19 type: TYPE_STRING label: LABEL_OPTIONAL oneof_index: 0
              }
              oneof_decl { name: "side" }
              nested_type {
                name: "LabelsEntry"
                field { name: "key" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL }
                field { name: "value" number: 2 type: TYPE_INT32 label: LABEL_OPTIONAL }
                options { map_entry: true }
              }
            }
            service {
              name: "Orders"
              method { name: "Place" input_type: ".test.v1.Order" output_type: ".test.v1.Order" }
              method { name: "Cancel" input_type: ".test.v1.Order" output_type: ".test.v1.Order" }
              method {
                name: "Watch" input_type: ".test.v1.Order" output_type: ".test.v1.Order"
                server_streaming: true
              }
              method {
                name: "Gather" input_type: ".test.v1.Order" output_type: ".test.v1.Order"
                client_streaming: true
              }
              method {
                name: "Chat" input_type: ".test.v1.Order" output_type: ".test.v1.Order"
                client_streaming: true server_streaming: true
              }
              method {
                name: "Look" input_type: ".test.v1.Order" output_type: ".test.v1.Order"
                options { idempotency_level: NO_SIDE_EFFECTS }
              }
            }
            """;

    private static final FileDescriptor DESCRIPTOR = Definitions.of(FILE);

    public static final DynamicMessage ORDER =
            DynamicMessage.getDefaultInstance(messageType("Order"));

    public static final String PLACE = path("Place");

    private Orders() {}

    private static Descriptor messageType(String name) {
        return Objects.requireNonNull(DESCRIPTOR.findMessageTypeByName(name));
    }

    public static MethodDescriptor method(String name) {
        return Objects.requireNonNull(
                DESCRIPTOR.findServiceByName("Orders").findMethodByName(name));
    }

    public static String path(String method) {
        return "/test.v1.Orders/" + method;
    }

    /// A router whose method `Place` is served by `handler`.
    public static Router placing(UnaryHandler<DynamicMessage, DynamicMessage> handler) {
        return Router.builder().unary(method("Place"), ORDER, handler).build();
    }

    public static Router watching(ServerStreamHandler<DynamicMessage, DynamicMessage> handler) {
        return Router.builder().serverStream(method("Watch"), ORDER, handler).build();
    }

    public static Router gathering(ClientStreamHandler<DynamicMessage, DynamicMessage> handler) {
        return Router.builder().clientStream(method("Gather"), ORDER, handler).build();
    }

    public static Router chatting(BidiStreamHandler<DynamicMessage, DynamicMessage> handler) {
        return Router.builder().bidiStream(method("Chat"), ORDER, handler).build();
    }

    public static DynamicMessage of(String json) {
        DynamicMessage.Builder builder = ORDER.newBuilderForType();
        try {
            JsonFormat.parser().merge(json, builder);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(json, e);
        }
        return builder.build();
    }

    public static DynamicMessage named(String name) {
        return ORDER.toBuilder().setField(nameField(), name).build();
    }

    public static String name(DynamicMessage order) {
        return (String) order.getField(nameField());
    }

    private static FieldDescriptor nameField() {
        return Objects.requireNonNull(messageType("Order").findFieldByName("name"));
    }
}
