package io.firstcome.connect.conformance;

import com.google.protobuf.ByteString;

import connectrpc.conformance.v1.ConfigOuterClass.TLSCreds;
import connectrpc.conformance.v1.ServerCompat.ServerCompatRequest;
import connectrpc.conformance.v1.ServerCompat.ServerCompatResponse;

import io.firstcome.connect.Limits;
import io.firstcome.connect.vertx.ConnectServer;
import io.firstcome.connect.vertx.Tls;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// The server under test, as the suite's runner starts it: reads on its standard input how to
/// serve, says on its standard output where it serves, and serves until it is ended or the runner
/// is.
public final class ConformanceServer {
    private static final String HOST = "127.0.0.1";

    private ConformanceServer() {}

    public static void main(String[] args) throws IOException {
        ServerCompatRequest asked = Runner.readRequest(System.in);
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
                ConnectServer server = start(asked, new Wiring(clock))) {
            ServerCompatResponse where =
                    ServerCompatResponse.newBuilder()
                            .setHost(HOST)
                            .setPort(server.port())
                            .setPemCert(asked.getServerCreds().getCert())
                            .build();
            Runner.writeResponse(System.out, where);
            ProcessHandle.current().parent().ifPresent(runner -> runner.onExit().join());
        }
    }

    private static ConnectServer start(ServerCompatRequest asked, Wiring wiring)
            throws IOException {
        ConnectServer.Builder server =
                ConnectServer.builder(wiring.router())
                        .limits(limits(asked.getMessageReceiveLimit()));
        if (asked.getUseTls()) {
            server.tls(tls(asked));
        }
        return server.listen(HOST, 0);
    }

    private static Tls tls(ServerCompatRequest asked) {
        TLSCreds creds = asked.getServerCreds();
        ByteString clients = asked.getClientTlsCert();
        return new Tls(
                creds.getCert().toStringUtf8(),
                creds.getKey().toStringUtf8(),
                clients.isEmpty() ? null : clients.toStringUtf8());
    }

    private static Limits limits(int messageBytes) {
        Limits usual = Limits.DEFAULT;
        return new Limits(
                messageBytes == 0 ? usual.maxMessageBytes() : messageBytes,
                usual.maxHeaderBytes(),
                usual.maxConnections(),
                usual.maxStreams(),
                usual.bodyTimeout(),
                usual.idleTimeout());
    }
}
