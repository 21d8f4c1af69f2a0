package io.firstcome.server;

import io.firstcome.connect.Limits;
import io.firstcome.connect.Router;
import io.firstcome.connect.rest.RestRoutes;
import io.firstcome.connect.service.Health;
import io.firstcome.connect.service.Reflection;
import io.firstcome.connect.vertx.ConnectServer;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.gc.StartWatch;
import io.firstcome.ledger.sql.LedgerOpenException;
import io.firstcome.server.access.Access;
import io.firstcome.server.admin.AdminRoutes;
import io.firstcome.server.config.Role;
import io.firstcome.server.config.ServerConfig;
import io.firstcome.server.config.ServerConfig.Listen;
import io.firstcome.server.config.ServerConfig.Timeouts;
import io.firstcome.server.error.Errors;
import io.firstcome.server.issue.IssueRoutes;
import io.firstcome.server.ops.ClockWatch;
import io.firstcome.server.ops.OpsEndpoints;
import io.firstcome.server.place.PressureWatch;
import io.firstcome.server.rest.ApiDocs;
import io.firstcome.server.rest.RestTerms;
import io.firstcome.server.watch.Streams;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/// A Firstcome server: a node behind its ports.
public final class FirstcomeServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(FirstcomeServer.class.getName());

    /// What health checks may ask for of a node that does everything: the whole, or a part.
    private static final List<String> ADMIN_SERVICES = List.of("admin.v1.CampaignService");

    private static final List<String> ISSUE_SERVICES =
            List.of("issue.v1.EventCouponService", "issue.v1.IssueService");

    private final Node node;
    private final Role role;
    private final Streams streams;
    private final ClockWatch clockWatch;
    private final Access access;
    private final Health health = new Health();
    private final Timeouts timeouts;
    private final @Nullable ConnectServer issueServer;
    private final ConnectServer adminServer;
    private final StartWatch startWatch;
    private final @Nullable PressureWatch pressureWatch;
    private volatile boolean isReady;

    private FirstcomeServer(Node node, Access access, ServerConfig config, SecureRandom random)
            throws IOException {
        this.node = node;
        this.role = config.role();
        this.access = access;
        this.streams = new Streams(node, access::admission);
        this.clockWatch = new ClockWatch(node.ledger().clock(), InstantSource.system());
        this.startWatch = StartWatch.ofAll(node::microsToNextStart);
        this.timeouts = config.timeouts();
        this.issueServer = role.servesIssue() ? listenToUsers(config) : null;
        try {
            this.adminServer = listenToOperators(config, random);
        } catch (IOException e) {
            if (issueServer != null) {
                issueServer.close();
            }
            throw e;
        }
        this.pressureWatch =
                issueServer == null ? null : new PressureWatch(issueServer, node.committerThread());
        clockWatch.showIn(node.metrics());
        access.showIn(node.metrics());
        clockWatch.start();
        startWatch.start();
        this.isReady = true;
        streams.tellReadiness(health, services(role), this::isReady);
    }

    private static Access access(Node node, ServerConfig config) throws IOException {
        Access access =
                new Access(
                        config.needsKeys() ? node.ledger().keys() : null,
                        config.protection().tls());
        if (access.isShut()) {
            LOG.log(Level.WARNING, "access: there is no key yet; ./firstcome key create makes one");
        }
        if (config.needsKeys() && config.protection().tls() == null) {
            LOG.log(
                    Level.WARNING,
                    "access: without TLS (tls-certificate, tls-key), keys can be"
                            + " read on the way here");
        }
        return access;
    }

    private ConnectServer listenToUsers(ServerConfig config) throws IOException {
        return listen(
                IssueRoutes.router(node, config.timeouts().request()),
                config,
                config.listen().issuePort(),
                config.listen().corsOrigins(),
                new ApiDocs(ApiDocs.ISSUE, FirstcomeServer::nothing));
    }

    private ConnectServer listenToOperators(ServerConfig config, SecureRandom random)
            throws IOException {
        OpsEndpoints endpoints =
                new OpsEndpoints(node.metrics(), role, this::isReady, access::isKnown);
        return listen(
                role.servesAdmin() ? AdminRoutes.router(node, streams, random) : Router.builder(),
                config,
                config.listen().adminPort(),
                Set.of(),
                role.servesAdmin() ? new ApiDocs(ApiDocs.ADMIN, endpoints) : endpoints);
    }

    private static List<String> services(Role role) {
        List<String> services = new ArrayList<>(List.of(""));
        services.addAll(role.servesAdmin() ? ADMIN_SERVICES : List.of());
        services.addAll(role.servesIssue() ? ISSUE_SERVICES : List.of());
        return services;
    }

    /// Starts a server. When it returns, its ports are served.
    ///
    /// @throws StartupException when the ledger can not be opened or a port not be listened on
    public static FirstcomeServer start(ServerConfig config) throws StartupException {
        // On another processor, while this one opens the ledger.
        Thread.ofPlatform().name("preload").start(ConnectServer::preload);
        SecureRandom random = new SecureRandom();
        Node node = node(config, random);
        Access access = null;
        try {
            access = access(node, config);
            return new FirstcomeServer(node, access, config, random);
        } catch (IOException | LedgerException e) {
            if (access != null) {
                access.close();
            }
            node.close(config.timeouts().shutdown());
            throw new StartupException(e);
        }
    }

    private static Node node(ServerConfig config, SecureRandom random) throws StartupException {
        try {
            return node(Ledgers.open(config, random), config);
        } catch (LedgerOpenException e) {
            throw new StartupException(e);
        }
    }

    /// A node on a ledger, which is closed if that fails.
    static Node node(Ledger ledger, ServerConfig config) throws StartupException {
        try {
            return new Node(ledger, config.limits().issuing(), config.limits().campaignsMax());
        } catch (LedgerException e) {
            ledger.close();
            throw new StartupException(e);
        }
    }

    private ConnectServer listen(
            Router.Builder routes,
            ServerConfig config,
            int port,
            Set<String> corsOrigins,
            Handler<HttpServerRequest> fallback)
            throws IOException {
        health.addTo(routes);
        if (config.listen().reflection()) {
            Reflection.addTo(routes);
        }
        Router router = routes.build();
        ConnectServer.Builder server =
                ConnectServer.builder(router)
                        .rest(RestRoutes.of(router, RestTerms.OF_METHODS))
                        .cors(corsOrigins)
                        .fallback(fallback)
                        .limits(limits(config))
                        .nanoTime(node.clock()::nanos)
                        .faultErrors(Errors::ofFault);
        return access.follow(
                access.applyTo(server).listen(config.listen().bind().getHostAddress(), port));
    }

    private static void nothing(HttpServerRequest request) {
        request.response().setStatusCode(404).end();
    }

    private static Limits limits(ServerConfig config) {
        Limits defaults = Limits.DEFAULT;
        return new Limits(
                defaults.maxMessageBytes(),
                defaults.maxHeaderBytes(),
                config.limits().connectionsMax(),
                defaults.maxStreams(),
                defaults.bodyTimeout(),
                defaults.idleTimeout());
    }

    /// From now on, while it lasts that this server has all it can do to issue coupons, each thread
    /// that serves users has a processor of its own, where that can be: worth it for a server that
    /// has the machine. Call it once.
    public void watchPressure() {
        if (pressureWatch != null) {
            pressureWatch.start();
        }
    }

    /// Makes a server that has just started as fast as one that has run for a while, in about two
    /// seconds of one processor. What goes wrong with it costs speed only.
    public static void warmUp(ServerConfig config) {
        try {
            Path scratch = Ledgers.scratch(config);
            delete(scratch);
            WarmUp.run(scratch, Listen.DEFAULT.bind());
            delete(scratch);
        } catch (StartupException | IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "the warm-up failed", e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    void create(CampaignId id, CampaignTerms terms) {
        node.campaigns().create(id, terms);
    }

    /// The port of the admin API and the operators' endpoints.
    public int adminPort() {
        return adminServer.port();
    }

    /// The port of the issue API; 0 when this node does not serve it.
    public int issuePort() {
        return issueServer == null ? 0 : issueServer.port();
    }

    private boolean isReady() {
        return isReady && node.isHealthy() && node.ledger().isFollowed();
    }

    /// Stops in order: not ready, for as long as whoever sends requests here needs to notice, and
    /// as long again for clients to come to other servers; no more requests, what was admitted is
    /// answered, the ledger is closed. The admin port, which tells that it is not ready, stops
    /// last. All waiting together ends after the drain time and the shutdown timeout.
    @Override
    public void close() {
        isReady = false;
        drain();
        access.close();
        clockWatch.close();
        startWatch.close();
        if (pressureWatch != null) {
            pressureWatch.close();
        }
        streams.close();
        long endNanos = System.nanoTime() + timeouts.shutdown().toNanos();
        if (issueServer != null) {
            stop(issueServer, endNanos);
        }
        stop(adminServer, endNanos);
        node.close(until(endNanos));
    }

    /// In the first half clients keep their connections: on new ones they would come here again.
    private void drain() {
        Duration half = timeouts.drain().dividedBy(2);
        pause(half);
        if (issueServer != null) {
            issueServer.drain();
        }
        adminServer.drain();
        pause(half);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(ConnectServer server, long endNanos) {
        try {
            server.stop(until(endNanos)).join();
        } catch (CompletionException e) {
            LOG.log(Level.WARNING, "a port could not be closed well", e);
        }
    }

    private static Duration until(long nanos) {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }
}
