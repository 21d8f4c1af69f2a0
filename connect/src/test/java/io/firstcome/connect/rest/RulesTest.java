package io.firstcome.connect.rest;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Definitions;
import io.firstcome.connect.Router;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

/// Rules that can not be served stop the start.
class RulesTest {
    private static final String FILE =
            """
            name: "a.proto" package: "a" syntax: "proto3"
            dependency: "google/api/annotations.proto"
            message_type {
              name: "M"
              field { name: "name" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL }
              field { name: "names" number: 2 type: TYPE_STRING label: LABEL_REPEATED }
              field {
                name: "m" number: 3 type: TYPE_MESSAGE label: LABEL_OPTIONAL type_name: ".a.M"
              }
            }
            service { name: "S" METHODS }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "get: \"/v1/{title}\" | title (expected: a field of a.M)",
                "get: \"/v1/{names}\" | names (expected: a field of one value)",
                "get: \"/v1/{m}\" | m (expected: a field of one value)",
                "post: \"/v1\" body: \"title\" | title (expected: a field of a.M)",
                "get: \"/v1\" response_body: \"title\" | title (expected: a field of a.M)",
                "get: \"v1\" | path: \"v1\"",
                "body: \"*\" | no path",
            })
    void areRefused(String rule, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Route.of(service(method("A", rule)), Map.of()))
                .withMessageContaining(problem);
    }

    @Test
    void soAreTwoOfOnePath() {
        ServiceDescriptor service =
                service(method("A", "get: \"/v1/{name}\"") + method("B", "get: \"/v1/{m.name}\""));
        DynamicMessage request =
                DynamicMessage.getDefaultInstance(service.getFile().findMessageTypeByName("M"));
        Router.Builder router = Router.builder();
        service.getMethods()
                .forEach(method -> router.unary(method, request, (_, q, reply) -> reply.ok(q)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RestRoutes.of(router.build(), Map.of()))
                .withMessageContaining("expected: of one method");
    }

    @Test
    void soIsAStreamOfRequests() {
        String stream =
                method("A", "post: \"/v1\" body: \"*\"")
                        .replace("options", "client_streaming: true options");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Route.of(service(stream), Map.of()))
                .withMessage(
                        "google.api.http: on a.S.A, a stream of requests (expected: one request)");
    }

    @Test
    void soIsAStreamThatCreates() {
        String stream =
                method("A", "get: \"/v1\"").replace("options", "server_streaming: true options");
        MethodTerms terms = new MethodTerms("/v1/{name}", Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Route.of(service(stream), Map.of("a.S.A", terms)))
                .withMessage("location: of a.S.A, a stream (expected: of one response)");
    }

    private static String method(String name, String rule) {
        return ("method { name: \"%s\" input_type: \".a.M\" output_type: \".a.M\""
                        + " options { [google.api.http] { %s } } }")
                .formatted(name, rule);
    }

    private static ServiceDescriptor service(String methods) {
        return Definitions.of(FILE.replace("METHODS", methods)).findServiceByName("S");
    }
}
