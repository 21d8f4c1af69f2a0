package io.firstcome.connect.protocol;

import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Message;

import io.firstcome.connect.Call;
import io.firstcome.connect.Code;
import io.firstcome.connect.Fault;
import io.firstcome.connect.Interceptor;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.Method;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.http.Exchange;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What is the same for a call of every protocol: its beginning, its deadline and its end. But for
/// what handlers do, all of it runs on the thread that owns the connection.
abstract class ServerCall<Q extends Message, S extends Message> implements Call {
    /// A handler that looks at the deadline itself knows more of the outcome than the server, so it
    /// gets this long to say it.
    private static final long DEADLINE_GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /// No caller waits for a century; instants in nanoseconds can not be that far apart.
    private static final long TIMEOUT_MAX_NANOS = TimeUnit.DAYS.toNanos(365 * 100);

    private static final Logger LOG = System.getLogger(ServerCall.class.getName());
    private static final RpcError GONE = new RpcError(Code.CANCELED, "the caller is gone");

    final Settings settings;
    final Method<Q, S> method;
    final Exchange exchange;

    private long timeoutNanos = -1;
    private long deadlineNanos;
    private @Nullable Runnable stopTimer;
    private List<Runnable> onCancel = List.of();
    private @Nullable Metadata responseHeaders;
    private @Nullable Metadata responseTrailers;
    private @Nullable Metadata headersOfFault;
    private @Nullable Metadata trailersOfFault;
    private boolean hasBegun;
    private int admitted;
    private boolean isWatching;
    private @Nullable Fault fault;
    private boolean isOver;

    ServerCall(Settings settings, Method<Q, S> method, Exchange exchange) {
        this.settings = settings;
        this.method = method;
        this.exchange = exchange;
    }

    /// @param nanos how long the caller will wait; negative when it does not say
    final void setTimeout(long nanos) {
        timeoutNanos = Math.min(nanos, TIMEOUT_MAX_NANOS);
        if (nanos >= 0) {
            deadlineNanos = settings.nanoTime().getAsLong() + timeoutNanos;
        }
    }

    /// Asks the interceptors.
    ///
    /// @return whether the call may go on; it is answered otherwise
    final boolean begin() {
        for (Interceptor interceptor : settings.interceptors()) {
            if (!isAdmittedBy(interceptor)) {
                return false;
            }
            admitted++;
        }
        keepForFaults();
        if (admitted > 0) {
            watchCaller();
        }
        if (timeoutNanos >= 0) {
            long delayNanos = timeoutNanos + DEADLINE_GRACE_NANOS;
            stopTimer = exchange.schedule(delayNanos, () -> abort(FaultException.deadlinePassed()));
        }
        return true;
    }

    /// Keeps what is said so far for a fault to say: its handler may be at work on another thread
    /// when a call is aborted, and adding to the rest.
    private void keepForFaults() {
        headersOfFault = responseHeaders == null ? null : responseHeaders.copy();
        trailersOfFault = responseTrailers == null ? null : responseTrailers.copy();
        hasBegun = true;
    }

    /// Ends the call because of how its request begins. The interceptors see it before.
    final void refuse(FaultException fault) {
        if (begin()) {
            abort(fault);
        }
    }

    private boolean isAdmittedBy(Interceptor interceptor) {
        try {
            RpcError refusal = interceptor.begin(this);
            if (refusal != null) {
                finish(refusal);
            }
        } catch (Throwable e) {
            fail(e);
        }
        return !isOver;
    }

    /// Lets the call end when the caller is gone.
    final void watchCaller() {
        if (!isWatching) {
            isWatching = true;
            exchange.onGone(this::gone);
        }
    }

    /// Ends the call, unless it is over.
    ///
    /// @param error null when it ends well
    final void finish(@Nullable RpcError error) {
        if (!isOver) {
            over(error);
            try {
                sendEnd(error);
            } catch (Throwable e) {
                LOG.log(Level.ERROR, method.path() + " can not be answered", e);
                exchange.breakOff();
            }
        }
    }

    /// Ends the call by what kept it from its handler's answer, unless it is over.
    final void abort(FaultException fault) {
        if (!isOver) {
            this.fault = fault.fault();
            finish(settings.said(fault.fault(), fault.error()));
            cancel();
        }
    }

    /// Ends the call because what was called threw, unless it is over.
    final void fail(Throwable cause) {
        LOG.log(Level.ERROR, method.path() + " failed", cause);
        abort(FaultException.failed());
    }

    private void gone() {
        if (!isOver) {
            over(GONE);
            cancel();
        }
    }

    private void over(@Nullable RpcError error) {
        isOver = true;
        if (stopTimer != null) {
            stopTimer.run();
        }
        for (int i = 0; i < admitted; i++) {
            Interceptor interceptor = settings.interceptors().get(i);
            run(() -> interceptor.end(this, error));
        }
    }

    private void cancel() {
        List<Runnable> tasks = onCancel;
        onCancel = List.of();
        tasks.forEach(this::run);
    }

    /// Runs what has no say any more in how the call ends.
    private void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            LOG.log(Level.ERROR, method.path() + " failed when it was over", e);
        }
    }

    /// Sends the end of the response.
    ///
    /// @param error null when the call ends well
    abstract void sendEnd(@Nullable RpcError error);

    /// What kept the call from its handler's answer; null when nothing did.
    final @Nullable Fault fault() {
        return fault;
    }

    final boolean isOver() {
        return isOver;
    }

    final @Nullable Metadata headersToSend() {
        return isAborted() ? headersOfFault : responseHeaders;
    }

    final @Nullable Metadata trailersToSend() {
        return isAborted() ? trailersOfFault : responseTrailers;
    }

    private boolean isAborted() {
        return hasBegun && fault != null;
    }

    @Override
    public final MethodDescriptor method() {
        return method.descriptor();
    }

    @Override
    public final @Nullable String header(String name) {
        return exchange.header(name);
    }

    @Override
    public final Metadata headers() {
        return exchange.headers();
    }

    @Override
    public final @Nullable String query() {
        return exchange.query();
    }

    @Override
    public final boolean hasDeadline() {
        return timeoutNanos >= 0;
    }

    @Override
    public final long deadlineNanos() {
        return deadlineNanos;
    }

    @Override
    public final void onCancel(Runnable task) {
        exchange.execute(() -> {
            if (isOver) {
                run(task);
            } else {
                addOnCancel(task);
            }
        });
    }

    @Override
    public final void execute(Runnable task) {
        exchange.execute(() -> {
            try {
                task.run();
            } catch (Throwable e) {
                fail(e);
            }
        });
    }

    private void addOnCancel(Runnable task) {
        if (onCancel.isEmpty()) {
            onCancel = new ArrayList<>(2);
        }
        onCancel.add(task);
        watchCaller();
    }

    @Override
    public final SocketAddress remoteAddress() {
        return exchange.remoteAddress();
    }

    @Override
    public final Metadata responseHeaders() {
        if (responseHeaders == null) {
            responseHeaders = new Metadata();
        }
        return responseHeaders;
    }

    @Override
    public final Metadata responseTrailers() {
        if (responseTrailers == null) {
            responseTrailers = new Metadata();
        }
        return responseTrailers;
    }
}
