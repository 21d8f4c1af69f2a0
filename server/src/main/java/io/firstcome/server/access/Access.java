package io.firstcome.server.access;

import io.firstcome.connect.Call;
import io.firstcome.connect.vertx.ConnectServer;
import io.firstcome.connect.vertx.Tls;
import io.firstcome.core.access.ApiKeys;
import io.firstcome.server.ops.Metrics;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// By what the callers of a server are known, and what it proves itself with. Both may change while
/// it runs, and are looked at every second.
public final class Access implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Access.class.getName());

    private final @Nullable Keyring keyring;
    private final @Nullable TlsFiles files;
    private final List<ConnectServer> servers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("access").daemon().factory());
    private volatile @Nullable Tls tls;
    private final InstantSource clock = InstantSource.system();
    private boolean isKeyringBehind;
    private @Nullable String filesProblem;

    /// @param keys by which callers are known; null: anybody may do everything
    /// @param files null: without TLS
    /// @throws IOException when the files can not be used
    public Access(@Nullable ApiKeys keys, @Nullable TlsFiles files) throws IOException {
        this.keyring = keys == null ? null : new Keyring(keys);
        this.files = files;
        this.tls = files == null ? null : files.read(clock.instant());
        if (keyring != null || files != null) {
            ScheduledFuture<?> _ =
                    thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        }
    }

    /// Has a server demand what it is to demand.
    public ConnectServer.Builder applyTo(ConnectServer.Builder server) {
        if (keyring != null) {
            server.interceptor(new KeyCheck(keyring));
        }
        Tls current = tls;
        return current == null ? server : server.tls(current);
    }

    /// From now on tells this server of a certificate that is replaced.
    public ConnectServer follow(ConnectServer server) {
        servers.add(server);
        return server;
    }

    /// Whether whoever sends this header may see what is told to nobody without a key.
    public boolean isKnown(@Nullable String authorization) {
        return keyring == null || keyring.roleOf(authorization) != null;
    }

    /// Of a call that was let in: tells whether it would be still.
    public BooleanSupplier admission(Call call) {
        return keyring == null ? () -> true : KeyCheck.admission(keyring, call);
    }

    /// Shows how old what is known of the keys is.
    public void showIn(Metrics metrics) {
        if (keyring != null) {
            metrics.gauge(
                    "firstcome.keys.age.seconds",
                    "Since when the keys are known as the ledger has them.",
                    () -> keyring.ageNanos() / 1e9);
        }
    }

    /// Whether a key is demanded, and there is none that opens anything.
    public boolean isShut() {
        return keyring != null && keyring.isEmpty();
    }

    private void look() {
        if (keyring != null) {
            String problem = problem(keyring::refresh);
            warn(isKeyringBehind ? null : problem);
            isKeyringBehind = problem != null;
        }
        if (files != null) {
            String problem = problem(() -> renew(files.read(clock.instant())));
            warn(Objects.equals(problem, filesProblem) ? null : problem);
            filesProblem = problem;
        }
    }

    @FunctionalInterface
    private interface Task {
        void run() throws IOException;
    }

    /// @return null: none
    private static @Nullable String problem(Task task) {
        try {
            task.run();
            return null;
        } catch (IOException | RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void warn(@Nullable String problem) {
        if (problem != null) {
            LOG.log(Level.WARNING, "access: keys and certificates stay as they were: " + problem);
        }
    }

    private void renew(Tls found) {
        if (!found.equals(tls)) {
            servers.forEach(server -> server.renew(found));
            tls = found;
            LOG.log(Level.INFO, "access: connections from now on get the certificate as replaced");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
