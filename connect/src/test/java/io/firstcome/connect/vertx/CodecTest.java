package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Codec;
import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.JsonCodec;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Router;
import io.firstcome.connect.UnaryHandler;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;

/// JSON that a method brings along.
class CodecTest {
    private static final String INTERNAL = "{\"code\":\"internal\",\"message\":\"internal error\"}";

    /// Reads any body as the name of an order.
    private static final Codec<DynamicMessage, DynamicMessage> NAMES =
            new Codec<>() {
                @Override
                public DynamicMessage decode(byte[] body) throws InvalidRequestException {
                    String name = new String(body, UTF_8);
                    return switch (name) {
                        case "bad" ->
                                throw new InvalidRequestException("name: bad (expected: good)");
                        case "broken" -> throw new IllegalStateException("secret");
                        default -> Orders.named(name);
                    };
                }

                @Override
                public byte[] encode(DynamicMessage order) {
                    if (Orders.name(order).equals("unsayable")) {
                        throw new IllegalStateException("secret");
                    }
                    return Orders.name(order).getBytes(UTF_8);
                }
            };

    private static HttpResponse<String> call(
            Codec<DynamicMessage, DynamicMessage> codec,
            UnaryHandler<DynamicMessage, DynamicMessage> handler,
            String body)
            throws IOException, InterruptedException {
        Router router =
                Router.builder()
                        .unary(Orders.method("Place"), Orders.ORDER, codec, handler)
                        .build();
        try (ConnectServer server = ConnectServer.builder(router).listen("127.0.0.1", 0);
                HttpRpc rpc = new HttpRpc(Version.HTTP_1_1, server.port())) {
            return rpc.send(rpc.json(body));
        }
    }

    @Test
    void isUsedForRequestAndResponse() throws Exception {
        HttpResponse<String> response = call(NAMES, (_, order, reply) -> reply.ok(order), "쿠폰");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("쿠폰");
    }

    @Test
    void saysWhatIsWrongWithARequest() throws Exception {
        HttpResponse<String> response = call(NAMES, (_, order, reply) -> reply.ok(order), "bad");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .isEqualTo(
                        "{\"code\":\"invalid_argument\","
                                + "\"message\":\"name: bad (expected: good)\"}");
    }

    @Test
    void thatFailsIsAnInternalError() throws Exception {
        assertThat(call(NAMES, (_, order, reply) -> reply.ok(order), "broken").body())
                .isEqualTo(INTERNAL);
        assertThat(call(NAMES, (_, order, reply) -> reply.ok(order), "unsayable").body())
                .isEqualTo(INTERNAL);
    }

    @Test
    void mayRefuseUnknownFields() throws Exception {
        HttpResponse<String> response =
                call(
                        JsonCodec.refusingUnknownFields(Orders.ORDER),
                        (_, order, reply) -> reply.ok(order),
                        "{\"nmae\":\"x\"}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("nmae: unknown field (expected: one of name, count");
    }

    @Test
    void anAnswerStandsWhenItsHandlerFailsAfterwards() throws Exception {
        UnaryHandler<DynamicMessage, DynamicMessage> handler =
                (_, order, reply) -> {
                    reply.ok(order);
                    throw new IllegalStateException("secret");
                };
        assertThat(call(NAMES, handler, "answered").body()).isEqualTo("answered");
    }
}
