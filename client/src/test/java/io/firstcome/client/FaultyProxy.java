package io.firstcome.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A network between a client and a server that does to one answer after the other what it was told
/// to, and passes on the rest.
final class FaultyProxy implements AutoCloseable {
    /// What becomes of an answer. The server has decided by then.
    enum Fault {
        /// The connection is reset in its place.
        RESET,
        /// It never comes.
        SILENCE
    }

    private final URI target;
    private final ServerSocket listener;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

    FaultyProxy(URI target) {
        this.target = target;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI uri() {
        return LocalServer.uri(listener.getLocalPort());
    }

    void next(Fault fault) {
        faults.add(fault);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = open(listener.accept());
                Socket server = open(new Socket(target.getHost(), target.getPort()));
                Thread.ofVirtual().start(() -> requests(client, server));
                Thread.ofVirtual().start(() -> answers(server, client));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private Socket open(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        return socket;
    }

    private void requests(Socket client, Socket server) {
        try (client;
                server) {
            client.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException _) {
            // The other direction ended it.
        }
    }

    private void answers(Socket server, Socket client) {
        byte[] buffer = new byte[65_536];
        try (server) {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                Fault fault = faults.poll();
                if (fault == null) {
                    out.write(buffer, 0, n);
                } else if (fault == Fault.RESET) {
                    client.setSoLinger(true, 0);
                    client.close();
                }
            }
        } catch (IOException _) {
            // The other direction ended it.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
