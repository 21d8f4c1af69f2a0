package io.firstcome.connect.protocol;

import com.google.protobuf.DynamicMessage;

import io.firstcome.connect.Call;
import io.firstcome.connect.Code;
import io.firstcome.connect.FaultErrors;
import io.firstcome.connect.Interceptor;
import io.firstcome.connect.Limits;
import io.firstcome.connect.Orders;
import io.firstcome.connect.Reply;
import io.firstcome.connect.Requests;
import io.firstcome.connect.Responses;
import io.firstcome.connect.Router;
import io.firstcome.connect.RpcError;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/// Methods of every kind that end every call, in ways that depend on what they hear.
final class FuzzService {
    static final int MAX_MESSAGE_BYTES = 256;

    /// Serves requests, each on the thread that brings it.
    static final Dispatcher DISPATCHER =
            new Dispatcher(
                    Router.builder()
                            .unary(Orders.method("Place"), Orders.ORDER, FuzzService::echo)
                            .unary(Orders.method("Look"), Orders.ORDER, FuzzService::echo)
                            .serverStream(Orders.method("Watch"), Orders.ORDER, FuzzService::watch)
                            .clientStream(
                                    Orders.method("Gather"),
                                    Orders.ORDER,
                                    (Call _, Reply<DynamicMessage> reply) -> new Last(reply))
                            .bidiStream(
                                    Orders.method("Chat"),
                                    Orders.ORDER,
                                    (Call _, Responses<DynamicMessage> all) -> new Echo(all))
                            .build(),
                    new Settings(
                            new Limits(
                                    MAX_MESSAGE_BYTES,
                                    1,
                                    1,
                                    1,
                                    Duration.ofSeconds(1),
                                    Duration.ofSeconds(1)),
                            () -> 0,
                            FaultErrors.PLAIN,
                            List.of(new Refusing()),
                            false));

    private FuzzService() {}

    /// Refuses calls with a header `x-refuse`.
    private static final class Refusing implements Interceptor {
        @Override
        public @Nullable RpcError begin(Call call) {
            call.onCancel(() -> call.responseTrailers().add("x-late", "1"));
            return call.header("x-refuse") == null ? null : new RpcError(Code.ABORTED, "no");
        }
    }

    private static void echo(Call call, DynamicMessage order, Reply<DynamicMessage> reply) {
        call.responseTrailers().add("x-trail", "1");
        reply.ok(order);
    }

    private static void watch(
            Call call, DynamicMessage order, Responses<DynamicMessage> responses) {
        call.responseHeaders().add("x-head", "1");
        responses.sendHeaders();
        responses.send(order);
        responses.send(order);
        responses.error(new RpcError(Code.ABORTED, Orders.name(order)));
    }

    private static final class Last implements Requests<DynamicMessage> {
        private final Reply<DynamicMessage> reply;
        private DynamicMessage last = Orders.ORDER;

        Last(Reply<DynamicMessage> reply) {
            this.reply = reply;
        }

        @Override
        public void next(DynamicMessage request) {
            last = request;
        }

        @Override
        public void end() {
            reply.ok(last);
        }
    }

    /// Pauses at each request until what it sends is taken; ends early at one without a name that
    /// is not empty.
    private record Echo(Responses<DynamicMessage> responses) implements Requests<DynamicMessage> {
        @Override
        public void next(DynamicMessage request) {
            if (Orders.name(request).isEmpty() && request.getSerializedSize() > 0) {
                responses.end();
                return;
            }
            responses.pauseRequests();
            responses.whenReady(() -> {
                responses.send(request);
                responses.resumeRequests();
            });
        }

        @Override
        public void end() {
            responses.end();
        }
    }
}
