package io.firstcome.verify.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A server that writes to each request whatever bytes a script wants.
final class ScriptedServer implements AutoCloseable {
    /// Answers one request.
    interface Script {
        /// Returns whether the connection stays open.
        boolean answer(String body, OutputStream out) throws IOException;
    }

    private final ServerSocket listening;
    private final Script script;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    ScriptedServer(Script script) throws IOException {
        this.script = script;
        listening = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = listening.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException _) {
            // closed: the test is over
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            boolean open = true;
            while (open) {
                open = script.answer(readBody(in), connection.getOutputStream());
            }
        } catch (IOException _) {
            // the client went away
        }
    }

    private static String readBody(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("end of requests");
            }
            head.append((char) next);
        }
        String length = head.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
        return new String(in.readNBytes(Integer.parseInt(length)), UTF_8);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
