package io.firstcome.connect;

import com.google.protobuf.Message;

/// Where a handler leaves the responses of one call, from any thread, though not from several at
/// once. They are encoded and sent by the thread that owns the connection; once the call is over
/// they are dropped.
public interface Responses<S extends Message> {
    /// Sends the headers now, not with the first response.
    void sendHeaders();

    /// Sends a response. What the caller does not take is kept in memory: look at [#isReady].
    void send(S response);

    /// Ends the call well.
    void end();

    /// Ends the call with an error.
    void error(RpcError error);

    /// Whether more can be sent without gathering in memory.
    boolean isReady();

    /// Runs `task` when it [#isReady], on the thread that owns the connection; once, and not after
    /// the call is over. A later task takes the place of an earlier one that waits.
    void whenReady(Runnable task);

    /// Holds back further requests, of which some may still come.
    void pauseRequests();

    /// Lets requests come again.
    void resumeRequests();
}
