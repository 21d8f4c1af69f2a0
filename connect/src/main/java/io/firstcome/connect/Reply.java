package io.firstcome.connect;

import com.google.protobuf.Message;

/// Where a handler leaves the answer of one call: once, from any thread. The answer is encoded
/// (unless said otherwise) and sent by the thread that owns the connection; if the caller is gone
/// it is dropped.
public interface Reply<S extends Message> {
    /// Answers with a response.
    ///
    /// @throws IllegalStateException when the call is answered already
    void ok(S response);

    /// Answers with a response that the calling thread encodes, and compresses where that is of use
    /// and the caller takes it: for one so large that the thread that owns the connection should
    /// not.
    ///
    /// @throws IllegalStateException when the call is answered already
    void okEncodedHere(S response);

    /// Answers with an error.
    ///
    /// @throws IllegalStateException when the call is answered already
    void error(RpcError error);
}
