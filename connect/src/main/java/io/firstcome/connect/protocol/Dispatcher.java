package io.firstcome.connect.protocol;

import com.google.protobuf.Message;

import io.firstcome.connect.Fault;
import io.firstcome.connect.Metadata;
import io.firstcome.connect.Method;
import io.firstcome.connect.Router;
import io.firstcome.connect.RpcError;
import io.firstcome.connect.Shown;
import io.firstcome.connect.UnaryHandler;
import io.firstcome.connect.http.Exchange;

import org.jspecify.annotations.Nullable;

/// Serves exchanges: finds the method by path, the protocol by content type, and lets a call of
/// both do the rest.
public final class Dispatcher {
    private static final byte[] EMPTY = {};
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;
    private static final int HTTP_VERSION_NOT_SUPPORTED = 505;

    private final Router router;
    private final Settings settings;
    private final ConnectGet get;
    private final StreamProtocol connect;
    private final StreamProtocol grpc = new Grpc();
    private final StreamProtocol grpcWeb = new GrpcWeb();

    public Dispatcher(Router router, Settings settings) {
        this.router = router;
        this.settings = settings;
        this.get = new ConnectGet(settings);
        this.connect = new ConnectStream(settings.requiresProtocolVersion());
    }

    /// Serves an exchange whose path names a service of the router; leaves others untouched.
    ///
    /// @return whether it is served
    public boolean serve(Exchange exchange) {
        String path = exchange.path();
        Method<?, ?> method = router.method(path);
        if (method != null) {
            serve(method, exchange);
            return true;
        }
        if (router.hasServiceOf(path)) {
            refuseUnknown(exchange, path);
            return true;
        }
        return false;
    }

    private <Q extends Message, S extends Message> void serve(
            Method<Q, S> method, Exchange exchange) {
        boolean takesGet = isUnary(method) && method.hasNoSideEffects();
        if (takesGet && exchange.method().equals("GET")) {
            get.serve(method, exchange);
        } else if (!exchange.method().equals("POST")) {
            Metadata allow = new Metadata().add("allow", takesGet ? "GET, POST" : "POST");
            exchange.respond(METHOD_NOT_ALLOWED, null, allow, EMPTY);
        } else {
            post(method, exchange);
        }
    }

    private <Q extends Message, S extends Message> void post(
            Method<Q, S> method, Exchange exchange) {
        MediaType mediaType = MediaType.of(exchange.header("content-type"));
        if (mediaType == null || !mediaType.fits(isUnary(method))) {
            Metadata accepted = new Metadata().add("accept-post", MediaType.allOf(isUnary(method)));
            exchange.respond(UNSUPPORTED_MEDIA_TYPE, null, accepted, EMPTY);
        } else if (mediaType.form() == MediaType.Form.GRPC && !exchange.isHttp2()) {
            exchange.respond(HTTP_VERSION_NOT_SUPPORTED, null, null, EMPTY);
        } else {
            StreamProtocol protocol = streamProtocol(mediaType);
            if (protocol == null) {
                new ConnectUnaryCall<>(settings, method, exchange, mediaType).read();
            } else {
                new EnvelopeCall<>(settings, method, exchange, protocol, mediaType).open();
            }
        }
    }

    private static boolean isUnary(Method<?, ?> method) {
        return method.handler() instanceof UnaryHandler;
    }

    /// The protocol of a media type; null for the one without envelopes.
    private @Nullable StreamProtocol streamProtocol(MediaType mediaType) {
        return switch (mediaType.form()) {
            case CONNECT_UNARY -> null;
            case CONNECT_STREAM -> connect;
            case GRPC -> grpc;
            case GRPC_WEB, GRPC_WEB_TEXT -> grpcWeb;
        };
    }

    private void refuseUnknown(Exchange exchange, String path) {
        RpcError error =
                settings.said(
                        Fault.UNSUPPORTED,
                        new RpcError(
                                Fault.UNSUPPORTED.code(),
                                "path: "
                                        + Shown.of(path)
                                        + " (expected: a method of this service)"));
        MediaType mediaType = MediaType.of(exchange.header("content-type"));
        StreamProtocol protocol = mediaType == null ? null : streamProtocol(mediaType);
        if (mediaType == null || protocol == null) {
            exchange.respond(
                    error.code().httpStatus(), MediaType.CONNECT_JSON.text(), null, error.json());
        } else {
            protocol.end(new Outgoing(exchange, mediaType, protocol), error, null);
        }
    }
}
