package io.firstcome.server.config;

import io.firstcome.core.code.CodeKey;
import io.firstcome.core.issue.Limits;
import io.firstcome.server.access.TlsFiles;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// Everything a server needs to know to start. [Configuration] reads it.
///
/// @param dataDir where the embedded ledger lives; made when it is missing
/// @param listen where the server is reached
/// @param timeouts how long things may take
/// @param limits how much of everything there may be
/// @param codeKey the key of the coupon codes; null: made at the first start and kept in the ledger
/// @param database where the ledger lives that other nodes share; null: it is embedded, and this
///   node's alone
/// @param role what this node does; with the embedded ledger everything
/// @param protection what is demanded of callers, and proved to them
public record ServerConfig(
        Path dataDir,
        Listen listen,
        Timeouts timeouts,
        ServerLimits limits,
        @Nullable CodeKey codeKey,
        @Nullable DatabaseAddress database,
        Role role,
        Protection protection) {

    public ServerConfig {
        if (database == null && role != Role.ALL) {
            throw invalid(
                    "role",
                    role.shown(),
                    "all; only nodes with a ledger that they share can differ, see ledger");
        }
    }

    static final Path DEFAULT_DATA_DIR = Path.of("firstcome-data");

    /// With the embedded ledger, and no more protection than it needs.
    public ServerConfig(
            Path dataDir,
            Listen listen,
            Timeouts timeouts,
            ServerLimits limits,
            @Nullable CodeKey codeKey) {
        this(dataDir, listen, timeouts, limits, codeKey, null, Role.ALL, Protection.NONE);
    }

    /// The same with another protection.
    public ServerConfig with(Protection other) {
        return new ServerConfig(dataDir, listen, timeouts, limits, codeKey, database, role, other);
    }

    /// Whether callers need keys.
    public boolean needsKeys() {
        return protection.requireKeys() || !listen.bind().isLoopbackAddress();
    }

    /// Where campaigns and coupons are kept, to be shown: it has no secrets.
    public String ledger() {
        return database == null
                ? dataDir.toAbsolutePath().normalize().toString()
                : database.url().replaceFirst("\\?.*", "");
    }

    /// A database and who this node is to it.
    ///
    /// @param url a JDBC address
    /// @param connectionsMax how many connections this node may have
    public record DatabaseAddress(
            String url, @Nullable String user, @Nullable String password, int connectionsMax) {}

    /// Where the server is reached.
    ///
    /// @param bind the address; beyond loopback callers need keys
    /// @param adminPort of the admin API and the operators' endpoints; 0 for any free port
    /// @param issuePort of the issue API; 0 for any free port
    /// @param reflection whether tools may ask what is served
    /// @param corsOrigins whose pages may call the issue API from a browser; `*` for all
    public record Listen(
            InetAddress bind,
            int adminPort,
            int issuePort,
            boolean reflection,
            Set<String> corsOrigins) {
        static final int PORT_MAX = 65_535;

        /// 127.0.0.1, 8081 and 8082.
        public static final Listen DEFAULT =
                new Listen(InetAddress.ofLiteral("127.0.0.1"), 8081, 8082);

        /// Without reflection, and for no pages.
        public Listen(InetAddress bind, int adminPort, int issuePort) {
            this(bind, adminPort, issuePort, false, Set.of());
        }

        public Listen {
            corsOrigins = Set.copyOf(corsOrigins);
            requireRange("admin-port", adminPort, 0, PORT_MAX);
            requireRange("issue-port", issuePort, 0, PORT_MAX);
            if (adminPort == issuePort && adminPort != 0) {
                throw invalid("issue-port", issuePort, "another port than admin-port");
            }
        }
    }

    /// What is demanded of callers, and proved to them.
    ///
    /// @param requireKeys whether callers need keys on loopback, too
    /// @param tls null: whatever is said can be read on the way
    public record Protection(boolean requireKeys, @Nullable TlsFiles tls) {
        public static final Protection NONE = new Protection(false, null);
    }

    /// How long things may take.
    ///
    /// @param request of a request that brings no deadline of its own; above zero
    /// @param shutdown of finishing what was admitted when the server is asked to stop
    /// @param drain how long before that the server says that it is not ready, and takes requests
    ///   all the same: twice as long as a load balancer needs to notice, as then callers are sent
    ///   to new connections
    public record Timeouts(Duration request, Duration shutdown, Duration drain) {
        static final Duration MAX = Duration.ofHours(24);

        /// 2 s, 10 s, and no drain.
        public static final Timeouts DEFAULT =
                new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(10));

        /// Without a drain, as nobody is to be told.
        public Timeouts(Duration request, Duration shutdown) {
            this(request, shutdown, Duration.ZERO);
        }

        public Timeouts {
            if (!request.isPositive() || request.compareTo(MAX) > 0) {
                throw invalid("request-timeout", request, "above 0, to " + MAX);
            }
            requireUpToMax("shutdown-timeout", shutdown);
            requireUpToMax("drain-time", drain);
        }
    }

    private static void requireUpToMax(String name, Duration time) {
        if (time.isNegative() || time.compareTo(Timeouts.MAX) > 0) {
            throw invalid(name, time, "0 to " + Timeouts.MAX);
        }
    }

    /// How much of everything there may be.
    ///
    /// @param issuing what waits and what is decided together
    /// @param connectionsMax open connections of each port
    /// @param campaignsMax campaigns, ended ones included
    public record ServerLimits(Limits issuing, int connectionsMax, int campaignsMax) {
        /// 20,000 connections and 100,000 campaigns.
        public static final ServerLimits DEFAULT =
                new ServerLimits(Limits.DEFAULT, 20_000, 100_000);

        public ServerLimits {
            requireRange("limits.connections-max", connectionsMax, 1, Integer.MAX_VALUE);
            requireRange("limits.campaigns-max", campaignsMax, 1, Integer.MAX_VALUE);
        }
    }

    private static void requireRange(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw invalid(name, value, min + " to " + max);
        }
    }

    private static IllegalArgumentException invalid(String name, Object value, String expected) {
        return new IllegalArgumentException(
                "%s: %s (expected: %s)".formatted(name, value, expected));
    }
}
