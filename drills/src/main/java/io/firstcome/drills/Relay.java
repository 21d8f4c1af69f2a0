package io.firstcome.drills;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// A relay of TCP on loopback. Each connection to it goes to one of its targets at random, and
/// where that can not be reached to another.
final class Relay implements AutoCloseable {
    private static final int CONNECTIONS_MAX = 1_000;
    private static final int BUFFER_BYTES = 16_384;

    /// Sees what goes by on one connection.
    interface Watch {
        /// These bytes are about to go to the target.
        void asked(byte[] bytes, int length);

        /// Whether these bytes of the target are handed on; if not, the connection is cut.
        boolean isAnswered(byte[] bytes, int length);
    }

    /// Hands everything on.
    private enum Blind implements Watch {
        INSTANCE;

        @Override
        public void asked(byte[] bytes, int length) {}

        @Override
        public boolean isAnswered(byte[] bytes, int length) {
            return true;
        }
    }

    private final Supplier<List<Integer>> routes;
    private final Supplier<Watch> watches;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Semaphore room = new Semaphore(CONNECTIONS_MAX);

    /// @param routes for each connection the ports on loopback, in the order in which they are
    ///   tried
    /// @param watches one for each connection
    private Relay(Supplier<List<Integer>> routes, Supplier<Watch> watches) {
        this.routes = routes;
        this.watches = watches;
        try {
            listener = new ServerSocket(0, CONNECTIONS_MAX, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().name("relay-" + port()).daemon().start(this::accept);
    }

    /// Starts one that hands everything on.
    ///
    /// @param targets ports on loopback
    static Relay between(List<Integer> targets, RandomGenerator random) {
        return new Relay(() -> shuffled(targets, random), () -> Blind.INSTANCE);
    }

    /// Starts one that is watched.
    static Relay watched(int target, Supplier<Watch> watches) {
        return new Relay(() -> List.of(target), watches);
    }

    private static List<Integer> shuffled(List<Integer> targets, RandomGenerator random) {
        List<Integer> order = new ArrayList<>(targets);
        synchronized (random) {
            Collections.shuffle(order, random);
        }
        return order;
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                room.acquireUninterruptibly();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException e) {
            // It is closed.
        }
    }

    private void serve(Socket client) {
        open.add(client);
        try (client;
                Socket target = connect()) {
            open.add(target);
            join(client, target);
            open.remove(target);
        } catch (IOException | InterruptedException e) {
            // There is no target, or one side has gone: the other sees its connection closed.
        } finally {
            open.remove(client);
            room.release();
        }
    }

    private Socket connect() throws IOException {
        IOException failure = new IOException("no targets");
        for (int port : routes.get()) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    private void join(Socket client, Socket target) throws IOException, InterruptedException {
        client.setTcpNoDelay(true);
        target.setTcpNoDelay(true);
        Watch watch = watches.get();
        Thread answering = Thread.ofVirtual().start(() -> pump(target, client, watch::isAnswered));
        pump(
                client,
                target,
                (bytes, length) -> {
                    watch.asked(bytes, length);
                    return true;
                });
        answering.join();
    }

    @FunctionalInterface
    private interface Sight {
        boolean isHandedOn(byte[] bytes, int length);
    }

    /// Until one side closes or something is not handed on; then both are closed.
    private static void pump(Socket from, Socket to, Sight sight) {
        byte[] bytes = new byte[BUFFER_BYTES];
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            int length = in.read(bytes);
            while (length >= 0 && sight.isHandedOn(bytes, length)) {
                out.write(bytes, 0, length);
                length = in.read(bytes);
            }
        } catch (IOException e) {
            // One side has gone.
        }
    }

    /// Cuts all connections.
    @Override
    public void close() {
        closeQuietly(listener);
        open.forEach(Relay::closeQuietly);
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // It is of no use any more.
        }
    }
}
