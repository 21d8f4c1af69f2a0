package io.firstcome.connect.vertx;

import io.firstcome.connect.FaultErrors;
import io.firstcome.connect.Interceptor;
import io.firstcome.connect.Limits;
import io.firstcome.connect.Router;
import io.firstcome.connect.protocol.Dispatcher;
import io.firstcome.connect.protocol.Settings;
import io.firstcome.connect.rest.RestDispatcher;
import io.firstcome.connect.rest.RestRoutes;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// A server of RPCs that listens on one port.
public final class ConnectServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ConnectServer.class.getName());

    private final Vertx vertx;
    private final AcceptGate gate;
    private final AtomicBoolean isDraining;
    private final List<HttpServer> servers;
    private final List<Context> eventLoops;
    private @Nullable CompletableFuture<Void> stopped;

    private ConnectServer(
            Vertx vertx,
            AcceptGate gate,
            AtomicBoolean isDraining,
            List<HttpServer> servers,
            List<Context> eventLoops) {
        this.vertx = vertx;
        this.gate = gate;
        this.isDraining = isDraining;
        this.servers = servers;
        this.eventLoops = eventLoops;
    }

    /// Loads what a server needs, the native transport included, so that one which is started after
    /// this starts faster. Worth running beside other work of a start.
    public static void preload() {
        try {
            builder(Router.builder().build()).eventLoops(1).listen("127.0.0.1", 0).close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "nothing was preloaded", e);
        }
    }

    public static Builder builder(Router router) {
        return new Builder(router);
    }

    /// The port it listens on.
    public int port() {
        return servers.getFirst().actualPort();
    }

    /// Has each of the threads that serve connections run `task` soon, told the thread's number
    /// from 0.
    public void onEachEventLoop(IntConsumer task) {
        for (int i = 0; i < eventLoops.size(); i++) {
            int number = i;
            eventLoops.get(i).runOnContext(_ -> task.accept(number));
        }
    }

    /// Has connections from now on be made with `tls`, by a server that was made with some. When
    /// this returns, that is so; those that are open stay as they are.
    ///
    /// @throws IllegalArgumentException when nothing can be proved with it; then nothing changes
    public void renew(Tls tls) {
        try {
            servers.forEach(server -> await(server.updateSSLOptions(tls.options())));
        } catch (CompletionException e) {
            throw new IllegalArgumentException("tls: can not be used: " + e.getCause(), e);
        }
    }

    /// Sends clients elsewhere before [#stop], where a load balancer knows of it: an answer over
    /// HTTP/1.1 to a request that comes from now on is the last one on its connection, and says so.
    /// Else a request could be on its way to a connection that is being closed, and be lost.
    public void drain() {
        isDraining.set(true);
    }

    /// Begins to stop: accepts no more connections, closes those that are idle, lets calls under
    /// way finish for up to `timeout`, and closes what is left. Completes when all of that is done;
    /// when it is stopping already, that goes on as it was asked for.
    public synchronized CompletableFuture<Void> stop(Duration timeout) {
        if (stopped == null) {
            gate.shut();
            stopped =
                    Future.join(servers.stream().map(server -> server.shutdown(timeout)).toList())
                            .eventually(vertx::close)
                            .<Void>mapEmpty()
                            .toCompletionStage()
                            .toCompletableFuture();
        }
        return stopped;
    }

    /// Stops without waiting for calls under way. Not to be called by a thread that serves
    /// connections.
    @Override
    public void close() {
        stop(Duration.ZERO).join();
    }

    private static void await(Future<?> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }

    /// What a server is made of.
    public static final class Builder {
        private static final int FLUSHES_AT_ONCE = 256;

        /// A client that has vanished without a word is noticed after two minutes, where the
        /// transport takes these; some hours otherwise.
        private static final int KEEP_ALIVE_IDLE_SECONDS = 60;

        private static final int KEEP_ALIVE_INTERVAL_SECONDS = 15;
        private static final int KEEP_ALIVE_COUNT = 4;

        private final Router router;
        private Limits limits = Limits.DEFAULT;
        private @Nullable Handler<HttpServerRequest> fallback;
        private int eventLoops = Runtime.getRuntime().availableProcessors();
        private LongSupplier nanoTime = System::nanoTime;
        private FaultErrors faultErrors = FaultErrors.PLAIN;
        private final List<Interceptor> interceptors = new ArrayList<>();
        private boolean requiresProtocolVersion;
        private @Nullable Tls tls;
        private @Nullable Cors cors;
        private RestRoutes restRoutes = RestRoutes.NONE;

        private Builder(Router router) {
            this.router = router;
        }

        /// The most that clients may take; [Limits#DEFAULT] unless said.
        public Builder limits(Limits limits) {
            this.limits = limits;
            return this;
        }

        /// What serves the paths that are no RPC's; HTTP status 404 unless said.
        public Builder fallback(Handler<HttpServerRequest> fallback) {
            this.fallback = fallback;
            return this;
        }

        /// How many threads serve connections; one for each processor unless said.
        public Builder eventLoops(int eventLoops) {
            if (eventLoops < 1) {
                throw new IllegalArgumentException(
                        "eventLoops: " + eventLoops + " (expected: >= 1)");
            }
            this.eventLoops = eventLoops;
            return this;
        }

        /// The clock of deadlines and timeouts; [System#nanoTime] unless said.
        public Builder nanoTime(LongSupplier nanoTime) {
            this.nanoTime = nanoTime;
            return this;
        }

        /// How errors are said that no handler gave; as they are unless said.
        public Builder faultErrors(FaultErrors faultErrors) {
            this.faultErrors = faultErrors;
            return this;
        }

        /// Lets an interceptor stand before every call, behind those that were added before it.
        public Builder interceptor(Interceptor interceptor) {
            interceptors.add(interceptor);
            return this;
        }

        /// Refuses Connect calls that do not say the version of the protocol.
        public Builder requiringProtocolVersion() {
            requiresProtocolVersion = true;
            return this;
        }

        /// Serves HTTPS in place of HTTP, with HTTP/2 for clients that ask for it by ALPN.
        public Builder tls(Tls tls) {
            this.tls = tls;
            return this;
        }

        /// Lets pages of other origins call, such as `https://shop.example.com`, or of all with
        /// `*`; none unless said.
        public Builder cors(Set<String> origins) {
            this.cors = origins.isEmpty() ? null : new Cors(origins);
            return this;
        }

        /// Serves methods over REST too; none unless said.
        public Builder rest(RestRoutes routes) {
            this.restRoutes = routes;
            return this;
        }

        /// Starts a server.
        ///
        /// @param port 0 for one that is free
        /// @throws IOException when the address can not be listened on
        public ConnectServer listen(String host, int port) throws IOException {
            SocketAddress address =
                    port == 0
                            ? SocketAddress.sharedRandomPort(1, host)
                            : SocketAddress.inetSocketAddress(port, host);
            AcceptGate gate = new AcceptGate(limits, nanoTime);
            AtomicBoolean isDraining = new AtomicBoolean();
            Vertx vertx = vertx(gate, host);
            List<HttpServer> servers = new CopyOnWriteArrayList<>();
            List<Context> contexts = new CopyOnWriteArrayList<>();
            Supplier<Deployable> listeners =
                    () -> {
                        HttpServer server = server(vertx, isDraining::get);
                        servers.add(server);
                        return context -> {
                            contexts.add(context);
                            return server.listen(address);
                        };
                    };
            try {
                await(
                        vertx.deployVerticle(
                                listeners, new DeploymentOptions().setInstances(eventLoops)));
            } catch (CompletionException e) {
                await(vertx.close());
                throw new IOException(
                        host
                                + ":"
                                + port
                                + ": can not listen, is it in use? (expected: a free port)",
                        e.getCause());
            }
            return new ConnectServer(vertx, gate, isDraining, servers, contexts);
        }

        private Vertx vertx(AcceptGate gate, String host) {
            FileSystemOptions noFiles =
                    new FileSystemOptions()
                            .setFileCachingEnabled(false)
                            .setClassPathResolvingEnabled(false);
            VertxOptions options =
                    new VertxOptions()
                            .setEventLoopPoolSize(eventLoops)
                            .setFileSystemOptions(noFiles);
            return Vertx.builder()
                    .with(options)
                    .withTransport(GatedTransport.best(gate, host))
                    .build();
        }

        private HttpServer server(Vertx vertx, BooleanSupplier isDraining) {
            Settings settings =
                    new Settings(
                            limits, nanoTime, faultErrors, interceptors, requiresProtocolVersion);
            Dispatcher dispatcher = new Dispatcher(router, settings);
            RestDispatcher restDispatcher = new RestDispatcher(restRoutes, settings);
            return vertx.createHttpServer(options())
                    .connectionHandler(Builder::tend)
                    .requestHandler(
                            new ConnectHandler(
                                    dispatcher, restDispatcher, fallback, cors, isDraining));
        }

        private HttpServerOptions options() {
            Http2Settings http2 =
                    new Http2Settings()
                            .setMaxConcurrentStreams(limits.maxStreams())
                            .setMaxHeaderListSize(limits.maxHeaderBytes());
            HttpServerOptions options =
                    new HttpServerOptions()
                            .setMaxInitialLineLength(limits.maxHeaderBytes())
                            .setMaxHeaderSize(limits.maxHeaderBytes())
                            .setInitialSettings(http2)
                            .setPerFrameWebSocketCompressionSupported(false)
                            .setPerMessageWebSocketCompressionSupported(false);
            options.setTcpKeepAlive(true)
                    .setTcpKeepAliveIdleSeconds(KEEP_ALIVE_IDLE_SECONDS)
                    .setTcpKeepAliveIntervalSeconds(KEEP_ALIVE_INTERVAL_SECONDS)
                    .setTcpKeepAliveCount(KEEP_ALIVE_COUNT);
            if (tls != null) {
                tls.applyTo(options);
            }
            return options;
        }

        private static void tend(HttpConnection connection) {
            Channel channel = Connection.channel(connection);
            if (connection.protocolVersion() == HttpVersion.HTTP_2) {
                tendHttp2(channel.pipeline());
            } else {
                channel.config().setAllocator(RoomyAllocator.INSTANCE);
            }
        }

        /// Lets responses to many streams of one connection share a write to the socket, and reads
        /// no more from a client that does not read.
        private static void tendHttp2(ChannelPipeline pipeline) {
            pipeline.addFirst(new FlushConsolidationHandler(FLUSHES_AT_ONCE, true), new ReadGate());
        }
    }
}
