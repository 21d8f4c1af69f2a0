package io.firstcome.connect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.DescriptorProtos.UninterpretedOption.NamePart;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.StringValue;

import io.firstcome.connect.Definitions;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Router;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/// Methods whose messages are of unusual types, over RPC and REST.
class TypesTest {
    private static final ServiceDescriptor SERVICE =
            Definitions.of(
                            """
                            name: "types/v1/types.proto" package: "types.v1" syntax: "proto3"
                            dependency: "google/api/annotations.proto"
                            dependency: "google/protobuf/any.proto"
                            dependency: "google/protobuf/descriptor.proto"
                            dependency: "google/protobuf/wrappers.proto"
                            service {
                              name: "Types"
                              method {
                                name: "Carry"
                                input_type: ".google.protobuf.Any"
                                output_type: ".google.protobuf.Any"
                                options { [google.api.http] { post: "/v1/any" body: "*" } }
                              }
                              method {
                                name: "Wrap"
                                input_type: ".google.protobuf.StringValue"
                                output_type: ".google.protobuf.StringValue"
                                options { [google.api.http] { post: "/v1/text" body: "*" } }
                              }
                              method {
                                name: "Need"
                                input_type: ".google.protobuf.UninterpretedOption.NamePart"
                                output_type: ".google.protobuf.UninterpretedOption.NamePart"
                              }
                            }
                            """)
                    .findServiceByName("Types");

    private RestServer server;

    @BeforeEach
    void start() {
        Router.Builder router =
                Router.builder().types(List.of(Orders.ORDER.getDescriptorForType()));
        echo(router, "Carry", Any.getDefaultInstance());
        echo(router, "Wrap", StringValue.getDefaultInstance());
        echo(router, "Need", NamePart.getDefaultInstance());
        server = new RestServer(router.build(), Map.of());
    }

    private static <Q extends Message> void echo(Router.Builder router, String method, Q type) {
        router.<Q, Q>unary(
                SERVICE.findMethodByName(method), type, (_, request, reply) -> reply.ok(request));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"/types.v1.Types/Carry", "/v1/any"})
    void anAnyCarriesTypesThatTheRouterIsTold(String path) {
        String order = "{\"@type\":\"type.googleapis.com/test.v1.Order\",\"name\":\"a\"}";
        assertThat(server.json("POST", path, order).body()).isEqualTo(order);
        String unknown = order.replace("Order", "Nothing");
        assertThat(server.json("POST", path, unknown).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"/types.v1.Types/Wrap", "/v1/text"})
    void aWrapperIsWhatItWraps(String path) {
        assertThat(server.json("POST", path, "\"a\"").body()).isEqualTo("\"a\"");
        assertThat(server.json("POST", path, "{}").body())
                .contains("body: {} (expected: a string)");
    }

    @Test
    void nothingIsAnEmptyWrapperOverRest() {
        assertThat(server.json("POST", "/v1/text", "").body()).isEqualTo("\"\"");
    }

    @Test
    void aRequiredFieldThatIsMissingIsNamed() {
        String path = "/types.v1.Types/Need";
        assertThat(server.json("POST", path, "{\"namePart\":\"a\"}").statusCode()).isEqualTo(400);
        assertThat(
                        server.send(
                                        server.request(path)
                                                .header("content-type", "application/proto")
                                                .POST(BodyPublishers.noBody()))
                                .body())
                .contains("name_part: missing (expected: a value); is_extension: missing")
                .startsWith("{\"code\":\"invalid_argument\"");
    }
}
