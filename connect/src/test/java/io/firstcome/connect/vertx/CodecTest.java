package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Timestamp;

import io.firstcome.connect.Code;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Reply;
import io.firstcome.connect.Router;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.UnaryHandler;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/// Messages between the wire and handlers.
class CodecTest {
    private static final String INTERNAL = "{\"code\":\"internal\",\"message\":\"internal error\"}";

    private static HttpResponse<String> call(
            Router.Builder router,
            UnaryHandler<DynamicMessage, DynamicMessage> handler,
            String body)
            throws IOException, InterruptedException {
        router.unary(Orders.method("Place"), Orders.ORDER, handler);
        try (ConnectServer server = ConnectServer.builder(router.build()).listen("127.0.0.1", 0);
                HttpRpc rpc = new HttpRpc(Version.HTTP_1_1, server.port())) {
            return rpc.send(rpc.json(body));
        }
    }

    /// An order that JSON can not say.
    private static DynamicMessage unsayable() {
        return Orders.ORDER.toBuilder()
                .setField(
                        Orders.ORDER.getDescriptorForType().findFieldByName("starts_at"),
                        Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build())
                .build();
    }

    @Test
    void aResponseThatHasNoJsonIsAnInternalError() throws Exception {
        assertThat(call(Router.builder(), (_, _, reply) -> reply.ok(unsayable()), "{}").body())
                .isEqualTo(INTERNAL);
        assertThat(callWeb((_, _, reply) -> reply.ok(unsayable())))
                .endsWith("grpc-status: 13\r\ngrpc-message: internal error\r\n");
    }

    @Test
    void aThreadThatCanNotEncodeItsResponseMayGiveAnother() throws Exception {
        UnaryHandler<DynamicMessage, DynamicMessage> handler =
                (_, _, reply) -> Thread.ofVirtual().start(() -> answer(reply));
        assertThat(call(Router.builder(), handler, "{}").body())
                .isEqualTo("{\"code\":\"aborted\",\"message\":\"another\"}");
        assertThat(callWeb(handler)).endsWith("grpc-status: 10\r\ngrpc-message: another\r\n");
    }

    private static void answer(Reply<DynamicMessage> reply) {
        try {
            reply.okEncodedHere(unsayable());
        } catch (RuntimeException e) {
            reply.error(new RpcError(Code.ABORTED, "another"));
        }
    }

    /// Calls by gRPC-Web in JSON.
    private static String callWeb(UnaryHandler<DynamicMessage, DynamicMessage> handler)
            throws IOException, InterruptedException {
        try (ConnectServer server =
                        ConnectServer.builder(Orders.placing(handler)).listen("127.0.0.1", 0);
                HttpRpc rpc = new HttpRpc(Version.HTTP_1_1, server.port())) {
            return rpc.send(
                            rpc.request(Orders.PLACE)
                                    .header("content-type", "application/grpc-web+json")
                                    .POST(BodyPublishers.ofString("\0\0\0\0\2{}")))
                    .body();
        }
    }

    @Test
    void unknownFieldsMayBeRefused() throws Exception {
        HttpResponse<String> response =
                call(
                        Router.builder().refusingUnknownFields(),
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
        assertThat(call(Router.builder(), handler, "{\"name\":\"a\"}").body())
                .isEqualTo("{\"name\":\"a\"}");
    }
}
