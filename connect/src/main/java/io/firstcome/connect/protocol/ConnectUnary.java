package io.firstcome.connect.protocol;

import com.google.protobuf.Message;

import io.firstcome.connect.Method;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.UnaryHandler;
import io.firstcome.connect.http.Exchange;

/// Connect's unary calls by POST.
final class ConnectUnary {
    private static final String ENCODING = "content-encoding";

    private ConnectUnary() {}

    static <Q extends Message, S extends Message> void serve(
            Settings settings,
            Method<Q, S> method,
            UnaryHandler<Q, S> handler,
            Exchange exchange,
            MediaType mediaType) {
        UnaryCall<Q, S> call;
        try {
            ConnectHead.checkVersion(
                    exchange.header(ConnectHead.VERSION), settings.requiresProtocolVersion());
            boolean isGzip = ConnectHead.isGzip(ENCODING, exchange.header(ENCODING));
            call = new UnaryCall<>(settings, method, handler, exchange, mediaType, isGzip);
            call.setTimeout(ConnectHead.timeoutNanos(exchange));
        } catch (FaultException e) {
            refuse(settings, exchange, e);
            return;
        }
        call.read();
    }

    static void refuse(Settings settings, Exchange exchange, FaultException fault) {
        respond(exchange, settings.faultErrors().of(fault.fault(), fault.error()));
    }

    /// Answers with an error, in JSON whatever the encoding of the request.
    static void respond(Exchange exchange, RpcError error) {
        exchange.respond(
                error.code().httpStatus(),
                MediaType.CONNECT_JSON.text(),
                null,
                error.json());
    }
}
