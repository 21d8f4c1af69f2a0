package io.firstcome.connect.conformance;

import com.google.protobuf.Message;

import io.firstcome.connect.Call;
import io.firstcome.connect.Reply;
import io.firstcome.connect.Responses;
import io.firstcome.connect.Router;

import java.util.concurrent.ScheduledExecutorService;

/// The methods under test, as handlers of the server under test.
final class Wiring {
    private final ScheduledExecutorService thread;

    /// @param thread on which all answers are given
    Wiring(ScheduledExecutorService thread) {
        this.thread = thread;
    }

    Router router() {
        Router.Builder router = Router.builder();
        unary(router, Rpc.UNARY);
        unary(router, Rpc.IDEMPOTENT_UNARY);
        clientStream(router, Rpc.CLIENT_STREAM);
        serverStream(router, Rpc.SERVER_STREAM);
        bidiStream(router, Rpc.BIDI_STREAM);
        return router.build();
    }

    private <Q extends Message, S extends Message> void unary(
            Router.Builder router, Rpc<Q, S> rpc) {
        router.unary(
                rpc.method(),
                rpc.request(),
                (Call call, Q request, Reply<S> reply) -> {
                    Session<Q> session =
                            new Session<>(thread, rpc, call, new ReplyAnswer<>(rpc, call, reply));
                    session.next(request);
                    session.end();
                });
    }

    private <Q extends Message, S extends Message> void clientStream(
            Router.Builder router, Rpc<Q, S> rpc) {
        router.clientStream(
                rpc.method(),
                rpc.request(),
                (Call call, Reply<S> reply) ->
                        new Session<Q>(thread, rpc, call, new ReplyAnswer<>(rpc, call, reply)));
    }

    private <Q extends Message, S extends Message> void serverStream(
            Router.Builder router, Rpc<Q, S> rpc) {
        router.serverStream(
                rpc.method(),
                rpc.request(),
                (Call call, Q request, Responses<S> responses) -> {
                    Session<Q> session = stream(rpc, call, responses);
                    session.next(request);
                    session.end();
                });
    }

    private <Q extends Message, S extends Message> void bidiStream(
            Router.Builder router, Rpc<Q, S> rpc) {
        router.bidiStream(
                rpc.method(),
                rpc.request(),
                (Call call, Responses<S> responses) -> stream(rpc, call, responses));
    }

    private <Q extends Message, S extends Message> Session<Q> stream(
            Rpc<Q, S> rpc, Call call, Responses<S> responses) {
        return new Session<>(thread, rpc, call, new StreamAnswer<>(rpc, call, responses));
    }
}
