package io.firstcome.connect.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;

import io.firstcome.connect.Orders;
import io.firstcome.connect.Router;
import io.firstcome.connect.vertx.ConnectServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.Base64;
import java.util.List;

@Timeout(60)
class ReflectionTest {
    private static final String PATH = "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo";

    private ConnectServer server;

    @BeforeEach
    void start() throws IOException {
        Router.Builder router = Router.builder();
        router.unary(Orders.method("Place"), Orders.ORDER, (_, order, reply) -> reply.ok(order));
        Reflection.addTo(router);
        server = ConnectServer.builder(router.build()).listen("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonStream ask(String... requests) throws Exception {
        return new JsonStream(server.port(), PATH, List.of(requests));
    }

    @Test
    void tellsTheServicesAndTheFilesThatDefineThem() throws Exception {
        try (JsonStream answers =
                ask(
                        "{\"listServices\":\"\"}",
                        "{\"fileContainingSymbol\":\"test.v1.Orders\"}",
                        "{\"fileContainingSymbol\":\"test.v1.Order.count\"}",
                        "{\"fileByFilename\":\"google/protobuf/timestamp.proto\"}")) {
            assertThat(answers.next().getAsJsonObject("listServicesResponse").toString())
                    .isEqualTo(
                            "{\"service\":[{\"name\":\"grpc.reflection.v1.ServerReflection\"},"
                                    + "{\"name\":\"test.v1.Orders\"}]}");
            assertThat(file(answers.next()).getServiceList()).hasSize(1);
            assertThat(file(answers.next()).getName()).isEqualTo("test/v1/orders.proto");
            assertThat(file(answers.next()).getPackage()).isEqualTo("google.protobuf");
            assertThat(answers.next().has("error")).isFalse();
        }
    }

    private static FileDescriptorProto file(JsonObject answer) throws Exception {
        String base64 =
                answer.getAsJsonObject("fileDescriptorResponse")
                        .getAsJsonArray("fileDescriptorProto")
                        .get(0)
                        .getAsString();
        return FileDescriptorProto.parseFrom(Base64.getDecoder().decode(base64));
    }

    @Test
    void saysWhatItDoesNotKnow() throws Exception {
        try (JsonStream answers =
                ask(
                        "{\"fileContainingSymbol\":\"no.such.Thing\"}",
                        "{\"allExtensionNumbersOfType\":\"test.v1.Order\"}",
                        "{}")) {
            assertThat(errorCode(answers.next())).isEqualTo(5);
            assertThat(answers.next().has("allExtensionNumbersResponse")).isTrue();
            assertThat(errorCode(answers.next())).isEqualTo(3);
        }
    }

    private static int errorCode(JsonObject answer) {
        return answer.getAsJsonObject("errorResponse").get("errorCode").getAsInt();
    }
}
