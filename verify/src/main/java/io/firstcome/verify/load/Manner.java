package io.firstcome.verify.load;

/// How a user behaves on the network.
public enum Manner {
    /// Sends the request at once and reads the answer at once.
    PLAIN,
    /// Sends the request piece by piece and reads the answer late.
    SLOW,
    /// Sends the request and is gone: what became of it is unknown.
    VANISHING
}
