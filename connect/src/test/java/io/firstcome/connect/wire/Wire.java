package io.firstcome.connect.wire;

import io.firstcome.connect.Protocol;
import io.vertx.core.http.HttpVersion;

/// The ways of calling by envelopes: a protocol and the HTTP version below it.
enum Wire {
    CONNECT(Protocol.CONNECT, "application/connect+proto", HttpVersion.HTTP_2),
    CONNECT_OVER_HTTP1(Protocol.CONNECT, "application/connect+proto", HttpVersion.HTTP_1_1),
    GRPC(Protocol.GRPC, "application/grpc", HttpVersion.HTTP_2),
    WEB(Protocol.GRPC_WEB, "application/grpc-web+proto", HttpVersion.HTTP_2),
    WEB_OVER_HTTP1(Protocol.GRPC_WEB, "application/grpc-web+proto", HttpVersion.HTTP_1_1),
    TEXT(Protocol.GRPC_WEB, "application/grpc-web-text+proto", HttpVersion.HTTP_2),
    TEXT_OVER_HTTP1(Protocol.GRPC_WEB, "application/grpc-web-text+proto", HttpVersion.HTTP_1_1);

    private final Protocol protocol;
    private final String contentType;
    private final HttpVersion version;

    Wire(Protocol protocol, String contentType, HttpVersion version) {
        this.protocol = protocol;
        this.contentType = contentType;
        this.version = version;
    }

    Protocol protocol() {
        return protocol;
    }

    String contentType() {
        return contentType;
    }

    HttpVersion version() {
        return version;
    }

    boolean isHttp2() {
        return version == HttpVersion.HTTP_2;
    }

    boolean isText() {
        return this == TEXT || this == TEXT_OVER_HTTP1;
    }

    private boolean isConnect() {
        return protocol == Protocol.CONNECT;
    }

    String encodingHeader() {
        return isConnect() ? "connect-content-encoding" : "grpc-encoding";
    }

    String acceptEncodingHeader() {
        return isConnect() ? "connect-accept-encoding" : "grpc-accept-encoding";
    }

    String timeoutHeader() {
        return isConnect() ? "connect-timeout-ms" : "grpc-timeout";
    }

    String millis(int millis) {
        return isConnect() ? Integer.toString(millis) : millis + "m";
    }
}
