package io.firstcome.connect;

import org.jspecify.annotations.Nullable;

/// Stands before and after every call, whatever its protocol: to authenticate, count or log. Runs
/// on the thread that owns the connection, so it must not block.
///
/// A call is a request whose path is that of a method, in a content type and by an HTTP method that
/// it has. One that is otherwise not as its protocol says is refused after the interceptors have
/// let it in.
public interface Interceptor {
    /// Looks at a call before its first message is read.
    ///
    /// @return null to let it in, or the error to refuse it with
    default @Nullable RpcError begin(Call call) {
        return null;
    }

    /// Looks at how a call that was let in has ended.
    ///
    /// @param error null when it ended well; [Code#CANCELED] when the caller is gone
    default void end(Call call, @Nullable RpcError error) {}
}
