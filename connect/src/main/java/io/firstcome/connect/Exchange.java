package io.firstcome.connect;

import org.jspecify.annotations.Nullable;

import java.net.SocketAddress;
import java.util.Map;

/// One HTTP request and its response, as a transport binding shows them to the protocols. All
/// methods but [#execute] are for the thread that owns the connection.
public interface Exchange {
    /// The HTTP method, for example `POST`.
    String method();

    /// The path as sent, without a query.
    String path();

    /// The value of a request header; null when there is none. The name's case does not matter.
    @Nullable String header(String name);

    SocketAddress remoteAddress();

    /// Reads the body, if it is no longer than `maxBytes`, then calls one method of `receiver`
    /// once; none if the client goes away before.
    void readBody(int maxBytes, BodyReceiver receiver);

    /// Runs a task on the thread that owns the connection: at once when called by it.
    void execute(Runnable task);

    /// Responds, once; drops the response if the client is gone. What is unread of the request's
    /// body is discarded, as far as that is reasonable.
    ///
    /// @param headers besides content type and length
    void respond(
            int status, @Nullable String contentType, Map<String, String> headers, byte[] body);

    /// Takes the outcome of reading a body.
    interface BodyReceiver {
        /// The whole body is there, and the receiver's to keep.
        void complete(byte[] body);

        void tooLarge();

        void tooSlow();
    }
}
