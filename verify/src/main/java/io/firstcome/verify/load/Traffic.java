package io.firstcome.verify.load;

/// What a load asks, and who hears the answers. All methods are called on the engine's one thread.
///
/// Times are those of `System.nanoTime()`.
public interface Traffic {
    /// As soon as a connection is free: nothing is late.
    long NOW = Long.MIN_VALUE;

    /// No request is due; when none is in flight either, the load is over.
    long NEVER = Long.MAX_VALUE;

    /// When the next request is due. Cheap, changes nothing.
    long nextDueNanos();

    /// Takes the next request, which is sent now, and returns the number of the user who asks it.
    int nextUser(long nowNanos);

    /// How the user behaves who asks the request taken last.
    default Manner manner() {
        return Manner.PLAIN;
    }

    /// The server answered `user`. The reply is only valid during the call.
    void answered(int user, Reply reply);

    /// The request of `user` may or may not have happened.
    ///
    /// @param dueNanos when it was to be sent
    void unknown(int user, long dueNanos, long sentNanos, long nowNanos, String cause);
}
