package io.firstcome.verify.load;

/// What a load asks, and who hears the answers. All methods are called on the engine's one thread.
///
/// Times are those of `System.nanoTime()`.
public interface Traffic {
    /// A due time in the past: ask at once.
    long NOW = Long.MIN_VALUE;

    /// No request is due; when none is in flight either, the load is over.
    long NEVER = Long.MAX_VALUE;

    /// When the next request is due. Cheap, changes nothing.
    long nextDueNanos();

    /// Takes the next request and returns the number of the user who asks it.
    int nextUser();

    /// The server answered `user`. The reply is only valid during the call.
    void answered(int user, Reply reply);

    /// The request of `user` may or may not have happened.
    void unknown(int user, long sentNanos, long nowNanos, String cause);
}
