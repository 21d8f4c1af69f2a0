package io.firstcome.connect.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.StringValue;

import io.firstcome.connect.Call;
import io.firstcome.connect.Code;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Reply;
import io.firstcome.connect.Requests;
import io.firstcome.connect.Responses;
import io.firstcome.connect.Router;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.vertx.ConnectServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/// What handlers say and hear, by every way of calling them.
@ParameterizedClass
@EnumSource
class StreamTest extends WireTest {
    private static final StringValue DETAIL = StringValue.of("쿠폰");

    StreamTest(Wire wire) {
        super(wire);
    }

    @Override
    ConnectServer.Builder builder() {
        Router router =
                Router.builder()
                        .unary(Orders.method("Place"), Orders.ORDER, StreamTest::place)
                        .serverStream(Orders.method("Watch"), Orders.ORDER, StreamTest::watch)
                        .clientStream(Orders.method("Gather"), Orders.ORDER, Gathering::new)
                        .bidiStream(Orders.method("Chat"), Orders.ORDER, Chat::new)
                        .build();
        return ConnectServer.builder(router);
    }

    private static void place(Call call, DynamicMessage order, Reply<DynamicMessage> reply) {
        switch (Orders.name(order)) {
            case "error" -> {
                decorate(call);
                reply.error(error());
            }
            case "throw" -> throw new IllegalStateException("secret");
            case String _ -> {
                decorate(call);
                reply.ok(order);
            }
        }
    }

    private static RpcError error() {
        return new RpcError(Code.ABORTED, "100% \n ☺ 😈", List.of(DETAIL));
    }

    private static void decorate(Call call) {
        call.responseHeaders().add("x-head", "1").add("x-head", "2");
        call.responseTrailers().add("x-trail", "3").add("x-trail", "4");
        call.responseTrailers().addBinary("x-data-bin", new byte[] {0, -1});
    }

    private static void watch(
            Call call, DynamicMessage order, Responses<DynamicMessage> responses) {
        String name = Orders.name(order);
        if (name.startsWith("decorated")) {
            decorate(call);
        }
        if (name.endsWith("sent")) {
            responses.send(Orders.named("first"));
            responses.send(Orders.named("second"));
        }
        if (name.contains("error")) {
            responses.error(error());
        } else if (name.contains("throw")) {
            throw new IllegalStateException("secret");
        } else {
            responses.end();
        }
    }

    /// Answers with the names of all requests.
    private static final class Gathering implements Requests<DynamicMessage> {
        private final Reply<DynamicMessage> reply;
        private final List<String> names = new ArrayList<>();

        Gathering(Call call, Reply<DynamicMessage> reply) {
            decorate(call);
            this.reply = reply;
        }

        @Override
        public void next(DynamicMessage request) {
            switch (Orders.name(request)) {
                case "error" -> reply.error(error());
                case "throw" -> throw new IllegalStateException("secret");
                case String name -> names.add(name);
            }
        }

        @Override
        public void end() {
            reply.ok(Orders.named(String.join(",", names)));
        }
    }

    /// Answers every request at once, and the end with a last word.
    private static final class Chat implements Requests<DynamicMessage> {
        private final Responses<DynamicMessage> responses;

        Chat(Call call, Responses<DynamicMessage> responses) {
            decorate(call);
            this.responses = responses;
        }

        @Override
        public void next(DynamicMessage request) {
            if (Orders.name(request).equals("error")) {
                responses.error(error());
            } else {
                responses.send(request);
            }
        }

        @Override
        public void end() {
            responses.send(Orders.named("bye"));
            responses.end();
        }
    }

    private static void isDecorated(WireCall call) throws Exception {
        assertThat(call.head().headers().getAll("x-head")).containsExactly("1", "2");
        assertThat(call.head().headers().contains("x-trail")).isFalse();
        WireEnd end = call.awaitEnd();
        assertThat(end.trailers().getAll("x-trail")).containsExactly("3", "4");
        assertThat(end.trailers().get("x-data-bin")).isEqualTo("AP8");
        assertThat(end.trailers().contains("x-head")).isFalse();
    }

    private static void endsWell(WireCall call) throws Exception {
        assertThat(call.awaitEnd().code()).isEqualTo("ok");
        assertThat(call.awaitEnd().message()).isEmpty();
        assertThat(call.hasNoResponse()).isTrue();
    }

    private void endsWithTheError(WireCall call) throws Exception {
        WireEnd end = call.awaitEnd();
        assertThat(end.code()).isEqualTo("aborted");
        assertThat(end.message()).isEqualTo("100% \n ☺ 😈");
        assertThat(end.details()).containsExactly(Any.pack(DETAIL));
        assertThat(call.head().statusCode()).isEqualTo(200);
        assertThat(call.head().getHeader("content-type")).isEqualTo(wire.contentType());
        assertThat(call.hasNoResponse()).isTrue();
    }

    private static void failsInside(WireCall call) throws Exception {
        WireEnd end = call.awaitEnd();
        assertThat(end.code()).isEqualTo("internal");
        assertThat(end.message()).isEqualTo("internal error");
        assertThat(end.details()).isEmpty();
    }

    @Test
    void aServerStreamGivesAllAndEndsWell() throws Exception {
        WireCall call = client.call("Watch").send("decorated sent").end();
        assertThat(call.next()).isEqualTo("first");
        assertThat(call.next()).isEqualTo("second");
        endsWell(call);
        isDecorated(call);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "decorated"})
    void aServerStreamMayGiveNothing(String name) throws Exception {
        WireCall call = client.call("Watch").send(name).end();
        endsWell(call);
        assertThat(call.head().statusCode()).isEqualTo(200);
        if (!name.isEmpty()) {
            isDecorated(call);
        }
    }

    @Test
    void aServerStreamMayFailAtOnce() throws Exception {
        WireCall call = client.call("Watch").send("error").end();
        endsWithTheError(call);
        WireCall decorated = client.call("Watch").send("decorated error").end();
        endsWithTheError(decorated);
        isDecorated(decorated);
    }

    @Test
    void aServerStreamMayFailAfterResponses() throws Exception {
        WireCall call = client.call("Watch").send("decorated error sent").end();
        assertThat(call.next()).isEqualTo("first");
        assertThat(call.next()).isEqualTo("second");
        endsWithTheError(call);
        isDecorated(call);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw", "throw sent"})
    void aServerStreamWhoseHandlerThrowsIsAnInternalError(String name) throws Exception {
        failsInside(client.call("Watch").send(name).end());
    }

    @Test
    void aClientStreamHearsAllAndAnswersOnce() throws Exception {
        WireCall call = client.call("Gather").send("a").send("").send("c").end();
        assertThat(call.next()).isEqualTo("a,,c");
        endsWell(call);
        isDecorated(call);
    }

    @Test
    void aClientStreamMayHearNothing() throws Exception {
        WireCall call = client.call("Gather").end();
        assertThat(call.next()).isEmpty();
        endsWell(call);
    }

    @Test
    void aClientStreamMayFailBeforeItHasHeardAll() throws Exception {
        WireCall call = client.call("Gather").send("a").send("error");
        endsWithTheError(call);
        isDecorated(call);
        failsInside(client.call("Gather").send("throw"));
    }

    @Test
    void aBidiStreamInHalfDuplexHearsAllAndSaysAll() throws Exception {
        WireCall call = client.call("Chat").send("a").send("b").end();
        assertThat(call.next()).isEqualTo("a");
        assertThat(call.next()).isEqualTo("b");
        assertThat(call.next()).isEqualTo("bye");
        endsWell(call);
        isDecorated(call);
    }

    @Test
    void aBidiStreamMayFailInTheMiddle() throws Exception {
        WireCall call = client.call("Chat").send("a").send("error").send("c").end();
        assertThat(call.next()).isEqualTo("a");
        endsWithTheError(call);
        isDecorated(call);
    }

    @Test
    void aBidiStreamAnswersWhileItHears() throws Exception {
        WireCall call = client.call("Chat");
        for (int i = 0; i < 20; i++) {
            call.send("ping " + i);
            assertThat(call.next()).isEqualTo("ping " + i);
        }
        call.end();
        assertThat(call.next()).isEqualTo("bye");
        endsWell(call);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void aServerStreamTakesExactlyOneRequest(int count) throws Exception {
        WireCall call = client.call("Watch");
        for (int i = 0; i < count; i++) {
            call.send("sent");
        }
        WireEnd end = call.end().awaitEnd();
        assertThat(end.code()).isEqualTo("unimplemented");
        assertThat(end.message())
                .isEqualTo(
                        "request: " + (count == 0 ? "none" : "more than one") + " (expected: one)");
        assertThat(call.hasNoResponse()).isTrue();
    }
}
