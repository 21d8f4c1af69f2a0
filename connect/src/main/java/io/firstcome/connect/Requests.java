package io.firstcome.connect;

import com.google.protobuf.Message;

/// Takes the requests of one call as they come. Its methods run one at a time, on the thread that
/// owns the connection, so they must not block; what they throw ends the call with `internal`.
public interface Requests<Q extends Message> {
    void next(Q request);

    /// The caller has sent all.
    void end();
}
