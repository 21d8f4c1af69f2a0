package io.firstcome.verify.load;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http2.Http2Headers;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import javax.net.ssl.SSLContext;

/// A bounded load: every request is sent when it is due and a connection is free.
///
/// Everything runs on one event loop thread, so stamps are totally ordered: a request whose stamp
/// is later than an answer's was sent after that answer was read.
public final class HttpLoad implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final int SWEEPS_PER_TIMEOUT = 50;
    private static final long SWEEP_NANOS_MAX = 100_000_000;
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(2);
    private static final int READ_BYTES = 2048;

    /// After so many requests the answers that came meanwhile are read, so that none waits, unread,
    /// for the end of a rush.
    private static final int SENT_AT_ONCE = 4;

    /// So many connections are made at once and then none for a pause, so that a backlog does not
    /// overflow and a server that comes back is not overrun.
    private static final int CONNECTS_AT_ONCE = 128;

    private static final int BACKOFF_MILLIS_MIN = 10;
    private static final int BACKOFF_MILLIS_MAX = 160;

    private final LoadOptions options;
    private final RequestTemplate template;
    private final Traffic traffic;
    private final EventLoopGroup eventLoops;
    private final Bootstrap bootstrap;
    private final CompletableFuture<LoadSummary> finished = new CompletableFuture<>();

    private final Set<Connection> open = new LinkedHashSet<>();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private volatile int openConnections;
    private int missing;
    private boolean connectTimed;
    private long sent;
    private long answered;
    private long unknown;
    private long connectFailures;
    private int connectFailuresInRow;
    private long reachableNanos;
    private long timerNanos = Traffic.NEVER;
    private boolean stopped;
    private byte[] shared = new byte[READ_BYTES];

    public HttpLoad(LoadOptions options, RequestTemplate template, Traffic traffic) {
        this.options = options;
        this.template = template;
        this.traffic = traffic;
        Transport transport = Transport.best();
        String host = options.target().getHost();
        eventLoops = transport.newEventLoops(1);
        bootstrap =
                new Bootstrap()
                        .group(eventLoops)
                        .channelFactory(transport.clientChannels(host))
                        .remoteAddress(host, options.port())
                        .option(ChannelOption.TCP_NODELAY, true)
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                (int) CONNECT_TIMEOUT.toMillis())
                        .option(
                                ChannelOption.RECVBUF_ALLOCATOR,
                                new FixedRecvByteBufAllocator(READ_BYTES))
                        .handler(newConnection());
    }

    private ChannelInitializer<SocketChannel> newConnection() {
        TlsLayer tls = options.hasTls() ? tls() : null;
        Http2Headers head = template.head(options.hasTls());
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                AnyPort.takeFor(channel);
                if (tls != null) {
                    tls.addTo(channel);
                }
                if (head == null) {
                    channel.pipeline().addLast(new Http1Connection(HttpLoad.this));
                } else {
                    Http2Connection.addTo(channel.pipeline(), HttpLoad.this, head);
                }
            }
        };
    }

    private TlsLayer tls() {
        try {
            SSLContext trust = options.trust();
            return new TlsLayer(
                    options.target(),
                    trust == null ? SSLContext.getDefault() : trust,
                    template.head(true) != null,
                    this::countConnectFailure);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs the load to its end, at most its limit plus one request timeout. Call it once.
    public LoadSummary run() throws InterruptedException {
        eventLoops.execute(this::start);
        try {
            return finished.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("load failed", failure.getCause());
        }
    }

    /// How many connections are open now. For any thread.
    public int openConnections() {
        return openConnections;
    }

    /// Ends a load that still runs and gives its thread back.
    @Override
    public void close() {
        eventLoops
                .shutdownGracefully(0, SHUTDOWN_LIMIT.toNanos(), NANOSECONDS)
                .awaitUninterruptibly(SHUTDOWN_LIMIT.toMillis());
    }

    private void start() {
        reachableNanos = System.nanoTime();
        later(options.limit().toNanos(), this::stop);
        sweepLater();
        missing = options.connections();
        connectMissing();
    }

    /// Makes some of the connections that are missing, and the rest after a pause.
    private void connectMissing() {
        connectTimed = false;
        int now = stopped ? 0 : Math.min(missing, CONNECTS_AT_ONCE);
        missing -= now;
        for (int index = 0; index < now; index++) {
            ChannelFuture connecting = bootstrap.connect();
            connecting.addListener(result -> {
                if (!result.isSuccess()) {
                    countConnectFailure();
                    reconnect();
                }
            });
        }
        connectLater();
    }

    private void countConnectFailure() {
        connectFailures++;
        connectFailuresInRow++;
    }

    private void reconnect() {
        missing++;
        connectLater();
    }

    private void connectLater() {
        if (stopped || connectTimed || missing == 0) {
            return;
        }
        connectTimed = true;
        int backoffMillis = Math.min(BACKOFF_MILLIS_MAX, BACKOFF_MILLIS_MIN + connectFailuresInRow);
        later(backoffMillis * 1_000_000L, this::connectMissing);
    }

    private void stop() {
        stopped = true;
        pump();
    }

    private void sweep() {
        long now = System.nanoTime();
        long oldest = now - options.requestTimeout().toNanos();
        List<Connection> overdue =
                open.stream().filter(connection -> connection.waitsSince(oldest)).toList();
        overdue.forEach(connection -> connection.abort("timeout"));
        if (!open.isEmpty()) {
            reachableNanos = now;
        } else if (now - reachableNanos > options.unreachableFor().toNanos()) {
            stop();
        }
        if (!finished.isDone()) {
            sweepLater();
        }
    }

    private void sweepLater() {
        long timeoutNanos = options.requestTimeout().toNanos();
        later(Math.min(SWEEP_NANOS_MAX, timeoutNanos / SWEEPS_PER_TIMEOUT), this::sweep);
    }

    void later(long delayNanos, Runnable task) {
        Future<?> _ = eventLoops.schedule(task, delayNanos, NANOSECONDS);
    }

    RequestTemplate template() {
        return template;
    }

    /// Room for an answer that was read whole, until the next one is.
    byte[] shared(int length) {
        if (length > shared.length) {
            shared = new byte[length];
        }
        return shared;
    }

    void connected(Connection connection) {
        connectFailuresInRow = 0;
        open.add(connection);
        openConnections = open.size();
        idle.add(connection);
        pump();
    }

    /// The connection takes no more requests. At the end none does, and to look for each would take
    /// long.
    void closing(Connection connection) {
        if (!stopped) {
            idle.remove(connection);
        }
    }

    void disconnected(Connection connection) {
        open.remove(connection);
        openConnections = open.size();
        closing(connection);
        reconnect();
    }

    void answered(Connection connection, int user, Reply reply) {
        answeredLast(user, reply);
        idle.add(connection);
        pump();
    }

    /// The answer is the last one on its connection.
    void answeredLast(int user, Reply reply) {
        answered++;
        traffic.answered(user, reply);
    }

    /// @param reply to the request, which did not come
    void unknown(int user, Reply reply, String cause) {
        unknown++;
        traffic.unknown(user, reply.dueNanos, reply.sentNanos, System.nanoTime(), cause);
        pump();
    }

    /// Ends the load: the traffic or the engine itself is broken.
    void fail(Throwable cause) {
        stopped = true;
        finished.completeExceptionally(cause);
    }

    private void pump() {
        try {
            sendWhatIsDue();
        } catch (RuntimeException broken) {
            fail(broken);
        }
    }

    private void sendWhatIsDue() {
        for (int sentNow = 0; !stopped && !idle.isEmpty(); sentNow++) {
            long now = System.nanoTime();
            long due = traffic.nextDueNanos();
            if (due > now || sentNow == SENT_AT_ONCE) {
                wakeAt(Math.max(due, now), now);
                break;
            }
            sent++;
            send(idle.removeFirst(), due, now);
        }
        boolean inFlight = sent > answered + unknown;
        if (!inFlight && (stopped || traffic.nextDueNanos() == Traffic.NEVER)) {
            finish();
        }
    }

    private void send(Connection connection, long due, long now) {
        int user = traffic.nextUser(now);
        connection.send(user, traffic.manner(), due == Traffic.NOW ? now : due, now);
    }

    private void wakeAt(long due, long now) {
        if (due < timerNanos) {
            timerNanos = due;
            later(due - now, this::wake);
        }
    }

    private void wake() {
        timerNanos = Traffic.NEVER;
        pump();
    }

    private void finish() {
        stopped = true;
        LoadSummary summary = new LoadSummary(sent, answered, unknown, connectFailures);
        if (finished.complete(summary)) {
            List.copyOf(open).forEach(connection -> connection.abort("load finished"));
        }
    }
}
