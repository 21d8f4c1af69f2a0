package io.firstcome.verify.load;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.SocketChannel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// A bounded closed-loop load: every open connection asks, waits for the answer, asks again.
///
/// Everything runs on one event loop thread, so stamps are totally ordered: a request whose stamp
/// is later than an answer's was sent after that answer was read.
public final class HttpLoad implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final long SWEEP_NANOS = 20_000_000;
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(2);
    private static final int READ_BYTES = 2048;

    /// After so many requests the answers that came meanwhile are read, so that none waits, unread,
    /// for the end of a rush.
    private static final int SENT_AT_ONCE = 4;

    private static final int BACKOFF_MILLIS_MIN = 10;
    private static final int BACKOFF_MILLIS_MAX = 160;

    private final LoadOptions options;
    private final RequestTemplate template;
    private final Traffic traffic;
    private final EventLoopGroup eventLoops;
    private final Bootstrap bootstrap;
    private final CompletableFuture<LoadSummary> finished = new CompletableFuture<>();

    private final List<Connection> open = new ArrayList<>();
    private final ArrayDeque<Connection> idle = new ArrayDeque<>();
    private long sent;
    private long answered;
    private long unknown;
    private long connectFailures;
    private int connectFailuresInRow;
    private long reachableNanos;
    private long timerNanos = Traffic.NEVER;
    private boolean stopped;

    public HttpLoad(LoadOptions options, RequestTemplate template, Traffic traffic) {
        this.options = options;
        this.template = template;
        this.traffic = traffic;
        Transport transport = Transport.best();
        eventLoops = transport.newEventLoops(1);
        bootstrap =
                new Bootstrap()
                        .group(eventLoops)
                        .channel(transport.clientChannel())
                        .remoteAddress(options.target().getHost(), options.port())
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
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                channel.pipeline().addLast(new Connection(HttpLoad.this));
            }
        };
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
        later(SWEEP_NANOS, this::sweep);
        for (int index = 0; index < options.connections(); index++) {
            connect();
        }
    }

    private void connect() {
        if (stopped) {
            return;
        }
        ChannelFuture connecting = bootstrap.connect();
        connecting.addListener(result -> {
            if (!result.isSuccess()) {
                connectFailures++;
                connectFailuresInRow++;
                connectLater();
            }
        });
    }

    private void connectLater() {
        if (stopped) {
            return;
        }
        int backoffMillis = Math.min(BACKOFF_MILLIS_MAX, BACKOFF_MILLIS_MIN + connectFailuresInRow);
        later(backoffMillis * 1_000_000L, this::connect);
    }

    private void stop() {
        stopped = true;
        pump();
    }

    private void sweep() {
        long now = System.nanoTime();
        long oldest = now - options.requestTimeout().toNanos();
        for (Connection connection : List.copyOf(open)) {
            connection.expire(oldest);
        }
        if (!open.isEmpty()) {
            reachableNanos = now;
        } else if (now - reachableNanos > options.unreachableFor().toNanos()) {
            stop();
        }
        if (!finished.isDone()) {
            later(SWEEP_NANOS, this::sweep);
        }
    }

    private void later(long delayNanos, Runnable task) {
        Future<?> _ = eventLoops.schedule(task, delayNanos, NANOSECONDS);
    }

    RequestTemplate template() {
        return template;
    }

    void connected(Connection connection) {
        connectFailuresInRow = 0;
        open.add(connection);
        idle.add(connection);
        pump();
    }

    void disconnected(Connection connection) {
        open.remove(connection);
        idle.remove(connection);
        connectLater();
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

    void unknown(int user, long sentNanos, String cause) {
        unknown++;
        traffic.unknown(user, sentNanos, System.nanoTime(), cause);
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
            idle.remove().send(traffic.nextUser(), now);
        }
        boolean inFlight = sent > answered + unknown;
        if (!inFlight && (stopped || traffic.nextDueNanos() == Traffic.NEVER)) {
            finish();
        }
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
