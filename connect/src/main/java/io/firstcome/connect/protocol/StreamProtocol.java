package io.firstcome.connect.protocol;

import io.firstcome.connect.Metadata;
import io.firstcome.connect.Protocol;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.http.Exchange;

import org.jspecify.annotations.Nullable;

/// What sets the protocols apart that put their messages in envelopes.
sealed interface StreamProtocol permits ConnectStream, Grpc, GrpcWeb {
    Protocol protocol();

    /// The header that names the compression of messages.
    String encodingHeader();

    /// The header that names the compressions that the other end reads.
    String acceptEncodingHeader();

    /// How long the caller will wait, in nanoseconds; negative when it does not say.
    ///
    /// @throws FaultException when the head of the request is not as the protocol says
    long timeoutNanos(Exchange exchange) throws FaultException;

    /// Ends a call whose head is sent, or will be with what is said here.
    ///
    /// @param error null when the call ended well
    /// @param trailers what the handler says at the end; null for nothing
    void end(Outgoing outgoing, @Nullable RpcError error, @Nullable Metadata trailers);
}
