package io.firstcome.connect;

import com.google.protobuf.Descriptors.MethodDescriptor;

import org.jspecify.annotations.Nullable;

import java.net.SocketAddress;

/// What a handler can know of a call besides its messages, and say besides its responses.
public interface Call {
    MethodDescriptor method();

    Protocol protocol();

    /// The first value of a request header; null when there is none. The name's case does not
    /// matter.
    @Nullable String header(String name);

    /// All headers of the request, those of HTTP and of the protocol among them.
    Metadata headers();

    /// The query of the request's address as it was sent; null when there is none. Only a call that
    /// came by GET has one.
    @Nullable String query();

    /// Whether the caller said how long it will wait.
    boolean hasDeadline();

    /// The instant after which the caller no longer waits, in nanoseconds of the clock the server
    /// was given. Meaningful only with [#hasDeadline].
    long deadlineNanos();

    /// Runs `task` if the call is over before the handler ended it: the caller is gone or did not
    /// keep to the protocol, or the deadline has passed. On the thread that owns the connection;
    /// once. There may be several tasks, which run in the order in which they are given; one that
    /// is given when the call is over, however it ended, runs at once.
    void onCancel(Runnable task);

    /// Runs `task` on the thread that owns the connection: at once when called by it. What it
    /// throws fails the call. It runs also when the call is over, but not when the server has
    /// stopped. For handlers whose work ends on a thread that is to go on with something else.
    void execute(Runnable task);

    /// The other end of the connection.
    SocketAddress remoteAddress();

    /// What goes before the first response: to be added to before that is given. A [Fault] is said
    /// with what interceptors added, not with what the handler did, as are trailers.
    Metadata responseHeaders();

    /// What goes after the last response, or with the error: to be added to before that is given.
    Metadata responseTrailers();
}
