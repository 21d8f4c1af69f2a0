package io.firstcome.connect.protocol;

import com.google.protobuf.Message;

import io.firstcome.connect.BidiStreamHandler;
import io.firstcome.connect.ClientStreamHandler;
import io.firstcome.connect.Handler;
import io.firstcome.connect.Reply;
import io.firstcome.connect.Requests;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.ServerStreamHandler;
import io.firstcome.connect.UnaryHandler;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Lets handlers of one request or one response serve streams of them.
final class Cardinality {
    private Cardinality() {}

    /// Lets a handler begin.
    ///
    /// @return what takes the requests
    static <Q extends Message, S extends Message> Requests<Q> open(
            Handler<Q, S> handler, StreamCall<Q, S> call) {
        return switch (handler) {
            case UnaryHandler<Q, S> unary ->
                    new OneRequest<>(
                            call, request -> unary.handle(call, request, new OneResponse<>(call)));
            case ServerStreamHandler<Q, S> stream ->
                    new OneRequest<>(call, request -> stream.handle(call, request, call));
            case ClientStreamHandler<Q, S> stream -> stream.open(call, new OneResponse<>(call));
            case BidiStreamHandler<Q, S> stream -> stream.open(call, call);
        };
    }

    /// Takes exactly one request, and gives it on when the caller has sent all.
    private static final class OneRequest<Q extends Message> implements Requests<Q> {
        private final StreamCall<Q, ?> stream;
        private final Consumer<Q> taker;
        private @Nullable Q request;

        OneRequest(StreamCall<Q, ?> stream, Consumer<Q> taker) {
            this.stream = stream;
            this.taker = taker;
        }

        @Override
        public void next(Q request) {
            if (this.request != null) {
                stream.refuseCount("request: more than one (expected: one)");
            }
            this.request = request;
        }

        @Override
        public void end() {
            if (request == null) {
                stream.refuseCount("request: none (expected: one)");
            } else {
                taker.accept(request);
            }
        }
    }

    /// Gives exactly one response.
    private static final class OneResponse<S extends Message> implements Reply<S> {
        private final StreamCall<?, S> stream;
        private final AtomicBoolean isAnswered = new AtomicBoolean();

        OneResponse(StreamCall<?, S> stream) {
            this.stream = stream;
        }

        @Override
        public void ok(S response) {
            answer();
            stream.end(response);
        }

        @Override
        public void okEncodedHere(S response) {
            byte[] message = stream.encode(response);
            answer();
            stream.end(message);
        }

        @Override
        public void error(RpcError error) {
            answer();
            stream.error(error);
        }

        private void answer() {
            if (!isAnswered.compareAndSet(false, true)) {
                throw new IllegalStateException(
                        stream.method().getFullName() + " is answered already");
            }
        }
    }
}
