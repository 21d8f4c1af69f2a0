package io.firstcome.connect.protocol;

import com.google.protobuf.Message;

import io.firstcome.connect.Fault;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.Method;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.http.Exchange;

import org.jspecify.annotations.Nullable;

/// Connect's unary calls by POST.
final class ConnectUnary {
    private ConnectUnary() {}

    static <Q extends Message, S extends Message> void serve(
            Settings settings, Method<Q, S> method, Exchange exchange, MediaType mediaType) {
        try {
            ConnectHead.checkVersion(
                    exchange.header(ConnectHead.VERSION), settings.requiresProtocolVersion());
        } catch (FaultException e) {
            refuse(settings, exchange, e);
            return;
        }
        new ConnectCall<>(settings, method, exchange, mediaType).read();
    }

    static void refuse(Settings settings, Exchange exchange, FaultException fault) {
        Metadata accepted =
                fault.fault() == Fault.UNSUPPORTED
                        ? new Metadata().add("accept-encoding", Gzip.NAME)
                        : null;
        respond(exchange, settings.said(fault.fault(), fault.error()), accepted);
    }

    /// Answers with an error, in JSON whatever the encoding of the request.
    ///
    /// @param headers besides the content type; null for none
    static void respond(Exchange exchange, RpcError error, @Nullable Metadata headers) {
        exchange.respond(
                error.code().httpStatus(), MediaType.CONNECT_JSON.text(), headers, error.json());
    }
}
