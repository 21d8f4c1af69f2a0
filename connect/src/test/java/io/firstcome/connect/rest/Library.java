package io.firstcome.connect.rest;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Definitions;
import io.firstcome.connect.Router;
import io.firstcome.connect.ServerStreamHandler;
import io.firstcome.connect.UnaryHandler;

import java.util.Map;

/// A service to test with: its methods take and give books, and are served by rules of every form.
final class Library {
    private static final String FILE =
            """
            name: "library/v1/library.proto"
            package: "library.v1"
            syntax: "proto3"
            dependency: "google/protobuf/timestamp.proto"
            dependency: "google/api/annotations.proto"
            message_type {
              name: "Author"
              field { name: "name" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL }
              field { name: "country" number: 2 type: TYPE_STRING label: LABEL_OPTIONAL }
            }
            message_type {
              name: "Book"
              field { name: "name" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL }
              field { name: "title" number: 2 type: TYPE_STRING label: LABEL_OPTIONAL }
              field { name: "page_count" number: 3 type: TYPE_INT32 label: LABEL_OPTIONAL }
              field { name: "old" number: 4 type: TYPE_BOOL label: LABEL_OPTIONAL }
              field { name: "tags" number: 5 type: TYPE_STRING label: LABEL_REPEATED }
              field {
                name: "author" number: 6 type: TYPE_MESSAGE label: LABEL_OPTIONAL
                type_name: ".library.v1.Author"
              }
              field {
                name: "printed_at" number: 7 type: TYPE_MESSAGE label: LABEL_OPTIONAL
                type_name: ".google.protobuf.Timestamp"
              }
              field { name: "etag" number: 8 type: TYPE_STRING label: LABEL_OPTIONAL }
              field {
                name: "authors" number: 9 type: TYPE_MESSAGE label: LABEL_REPEATED
                type_name: ".library.v1.Author"
              }
            }
            service {
              name: "Library"
              method {
                name: "Get" input_type: ".library.v1.Book" output_type: ".library.v1.Book"
                options { [google.api.http] {
                  get: "/v1/{name=shelves/*/books/*}"
                  additional_bindings { get: "/v1/authors/{author.name}/books/{name}" }
                } }
              }
              method {
                name: "Create" input_type: ".library.v1.Book" output_type: ".library.v1.Book"
                options { [google.api.http] { post: "/v1/books" body: "*" } }
              }
              method {
                name: "Change" input_type: ".library.v1.Book" output_type: ".library.v1.Book"
                options { [google.api.http] { patch: "/v1/books/{name}" body: "author" } }
              }
              method {
                name: "Seal" input_type: ".library.v1.Book" output_type: ".library.v1.Book"
                options { [google.api.http] { post: "/v1/books/{name}:seal" body: "*" } }
              }
              method {
                name: "Tags" input_type: ".library.v1.Book" output_type: ".library.v1.Book"
                options { [google.api.http] {
                  get: "/v1/books/{name}/tags" response_body: "tags"
                } }
              }
              method {
                name: "Page" input_type: ".library.v1.Book" output_type: ".library.v1.Book"
                options { [google.api.http] { get: "/v1/files/{name=**}" } }
              }
              method {
                name: "Follow" input_type: ".library.v1.Book" output_type: ".library.v1.Book"
                server_streaming: true
                options { [google.api.http] {
                  get: "/v1/books/{name}:follow"
                  additional_bindings { post: "/v1/books:follow" body: "*" }
                } }
              }
              method {
                name: "Hidden" input_type: ".library.v1.Book" output_type: ".library.v1.Book"
              }
            }
            """;

    static final Map<String, MethodTerms> TERMS =
            Map.of(
                    "library.v1.Library.Create",
                    new MethodTerms("/v1/books/{title}", Map.of("Shelf", "Where to put it.")));

    private static final FileDescriptor DESCRIPTOR = Definitions.of(FILE);

    private Library() {}

    static ServiceDescriptor service() {
        return DESCRIPTOR.findServiceByName("Library");
    }

    static Descriptor book() {
        return DESCRIPTOR.findMessageTypeByName("Book");
    }

    /// A book of this name.
    static DynamicMessage book(String name) {
        return DynamicMessage.newBuilder(book())
                .setField(book().findFieldByName("name"), name)
                .build();
    }

    /// A router on which one handler serves all methods but the stream.
    static Router router(
            UnaryHandler<DynamicMessage, DynamicMessage> handler,
            ServerStreamHandler<DynamicMessage, DynamicMessage> stream) {
        Router.Builder router = Router.builder().refusingUnknownFields();
        DynamicMessage request = DynamicMessage.getDefaultInstance(book());
        for (MethodDescriptor method : service().getMethods()) {
            if (method.isServerStreaming()) {
                router.serverStream(method, request, stream);
            } else {
                router.unary(method, request, handler);
            }
        }
        return router.build();
    }
}
