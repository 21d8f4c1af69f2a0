package io.firstcome.connect.http;

import io.firstcome.connect.Metadata;

import org.jspecify.annotations.Nullable;

import java.net.SocketAddress;

/// One HTTP request and its response, as a transport binding shows them to the protocols. All
/// methods are for the thread that owns the connection, but [#execute] and those that say what the
/// head of the request says.
///
/// The response is given whole, by [#respond], or as a stream: [#begin], [#write] as often as
/// needed, [#end].
public interface Exchange {
    /// The HTTP method, for example `POST`.
    String method();

    /// The path as sent, without a query.
    String path();

    /// The query as sent; null when there is none.
    @Nullable String query();

    /// Whether this is HTTP/2 or later, so that both sides can stream at once and there are
    /// trailers.
    boolean isHttp2();

    /// The first value of a request header; null when there is none. The name's case does not
    /// matter.
    @Nullable String header(String name);

    Metadata headers();

    SocketAddress remoteAddress();

    /// Reads the body, if it is no longer than `maxBytes`, then calls one method of `receiver`
    /// once; none if the client goes away before.
    void readBody(int maxBytes, BodyReceiver receiver);

    /// Reads the body as it comes.
    void readStream(StreamReceiver receiver);

    /// Holds back the body of [#readStream], of which some may still come, or lets it come again.
    void setReading(boolean isReading);

    /// Says that the receiver of [#readStream] waits for the rest of something, from now on, or
    /// that it does not. Who lets it wait for too long is ended by [StreamReceiver#tooSlow].
    void setAwaiting(boolean isAwaiting);

    /// Runs a task on the thread that owns the connection: at once when called by it.
    void execute(Runnable task);

    /// Runs a task on the thread that owns the connection, once, later.
    ///
    /// @return takes that back, on the same thread
    Runnable schedule(long delayNanos, Runnable task);

    /// Runs a task when the client goes away before the response has ended; at once when it is gone
    /// already.
    void onGone(Runnable task);

    /// Responds, once; drops the response if the client is gone. What is unread of the request's
    /// body is discarded, as far as that is reasonable.
    ///
    /// @param headers besides content type and length; null for none
    void respond(int status, @Nullable String contentType, @Nullable Metadata headers, byte[] body);

    /// Begins a response; its head may wait for what comes next.
    ///
    /// @param headers besides the content type; null for none
    void begin(int status, String contentType, @Nullable Metadata headers);

    void write(byte[] bytes);

    /// Sends what is written, the head too.
    void flush();

    /// Whether the client takes what is written.
    boolean isWritable();

    /// Runs a task each time that the client again takes what is written.
    void onWritable(Runnable task);

    /// Ends the response. What is unread of the request's body is discarded, as far as that is
    /// reasonable.
    ///
    /// @param last the last bytes of the response; may be empty
    /// @param trailers null for none
    void end(byte[] last, @Nullable Metadata trailers);

    /// Ends the response where it is, because the rest of it can not be said: the stream of HTTP/2,
    /// otherwise the connection.
    void breakOff();

    /// Takes the outcome of reading a body.
    interface BodyReceiver {
        /// The whole body is there, and the receiver's to keep.
        void complete(byte[] body);

        void tooLarge();

        void tooSlow();
    }

    /// Takes a body as it comes.
    interface StreamReceiver {
        /// The next bytes of it, the receiver's to keep.
        void received(byte[] chunk);

        void ended();

        /// What [#setAwaiting] waits for did not come in time. No more will.
        void tooSlow();
    }
}
