package io.firstcome.client;

import org.jspecify.annotations.Nullable;

/// How a caller sees what came of a call.
///
/// @param <S> the response
/// @param <A> what the caller is told
@FunctionalInterface
interface Reading<S, A> {
    A success(S response);

    /// What a failure tells the caller; null for an exception.
    default @Nullable A failure(Failure failure) {
        return null;
    }
}
