package io.firstcome.connect;

import com.google.protobuf.Message;

/// The messages of one method in one encoding.
public interface Codec<Q extends Message, S extends Message> {
    /// Reads a request.
    ///
    /// @param body all bytes of the message; the callee's to keep
    Q decode(byte[] body) throws InvalidRequestException;

    /// The bytes of a response; the caller's to keep.
    byte[] encode(S response);
}
