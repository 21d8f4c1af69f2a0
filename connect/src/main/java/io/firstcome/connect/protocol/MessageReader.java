package io.firstcome.connect.protocol;

import org.jspecify.annotations.Nullable;

/// Finds the messages of a call in its request, as that comes in.
sealed interface MessageReader permits BodyReader, Incoming {
    /// Says whether messages are compressed, or can be; before the first byte.
    void setGzip(boolean isGzip);

    /// Takes the next bytes, which are the reader's to keep.
    void add(byte[] chunk) throws FaultException;

    /// No more will be added.
    void end();

    /// The next message; null while it is not all there.
    ///
    /// @throws FaultException when it is too large, or not as the protocol says, or never will be
    ///   all there
    byte @Nullable [] next() throws FaultException;

    /// Whether all messages have been taken and no more will come.
    boolean isComplete();

    /// Whether a message has begun that is not all there.
    boolean isPartial();
}
