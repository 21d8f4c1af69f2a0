package io.firstcome.client;

import com.google.protobuf.ByteString;

import java.io.InputStream;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/// Carries one attempt of a call to a server and its answer, or its answers, back.
interface Transport extends AutoCloseable {
    /// One attempt.
    ///
    /// @param timeoutNanos how long the answer is waited for, and the server told to try
    record Post(URI uri, ByteString body, long timeoutNanos) {}

    /// An HTTP response, whole.
    record HttpReply(int status, ByteString body) {
        boolean isOk() {
            return status == 200;
        }
    }

    /// An HTTP response whose body comes piece by piece, as it is read.
    record HttpStream(int status, InputStream body) {
        boolean isOk() {
            return status == 200;
        }
    }

    /// Sends an attempt. The future fails when no answer comes, with what [NetworkFailure]
    /// understands; cancelling it gives the attempt up.
    CompletableFuture<HttpReply> post(Post post);

    /// Sends an attempt at a call with many responses. The future completes with the head of the
    /// HTTP response, which is what `timeoutNanos` is for: the body may take any time. Closing that
    /// gives the attempt up.
    CompletableFuture<HttpStream> open(Post post);

    @Override
    void close();
}
