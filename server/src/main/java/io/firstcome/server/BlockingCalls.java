package io.firstcome.server;

import com.google.protobuf.Message;

import io.firstcome.connect.Call;
import io.firstcome.connect.Reply;
import io.firstcome.connect.UnaryHandler;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.core.time.NanoClock;
import io.firstcome.server.error.Errors;
import io.firstcome.server.error.Reason;
import io.firstcome.server.error.RpcException;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/// Runs calls that may block, off the event loops, on a bounded executor. A full executor answers
/// that the call was not attempted.
public final class BlockingCalls {
    private static final Logger LOG = System.getLogger(BlockingCalls.class.getName());

    /// A call that returns its response or throws.
    @FunctionalInterface
    public interface Handler<Q, S> {
        /// Answers a request.
        ///
        /// @throws RpcException when the answer is an error
        S handle(Q request);
    }

    private final Executor executor;
    private final NanoClock clock;

    /// @param clock the clock of the calls' deadlines
    public BlockingCalls(Executor executor, NanoClock clock) {
        this.executor = executor;
        this.clock = clock;
    }

    /// The unary handler that runs `handler`.
    public <Q extends Message, S extends Message> UnaryHandler<Q, S> of(Handler<Q, S> handler) {
        return (call, request, reply) ->
                execute(reply, () -> attempt(handler, call, request, reply));
    }

    private void execute(Reply<?> reply, Runnable call) {
        try {
            executor.execute(call);
        } catch (RejectedExecutionException e) {
            reply.error(Errors.overloaded());
        }
    }

    private <Q extends Message, S extends Message> void attempt(
            Handler<Q, S> handler, Call call, Q request, Reply<S> reply) {
        if (call.hasDeadline() && clock.nanos() - call.deadlineNanos() >= 0) {
            reply.error(Errors.expired());
        } else {
            answer(handler, request, reply);
        }
    }

    private static <Q, S extends Message> void answer(
            Handler<Q, S> handler, Q request, Reply<S> reply) {
        try {
            reply.okEncodedHere(handler.handle(request));
        } catch (RpcException e) {
            reply.error(e.error());
        } catch (LedgerException e) {
            reply.error(
                    e.isNotAttempted() ? Errors.unavailable() : Errors.of(Reason.OUTCOME_UNKNOWN));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a call failed", e);
            reply.error(Errors.of(Reason.INTERNAL));
        }
    }
}
