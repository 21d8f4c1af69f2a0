package io.firstcome.databases;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/// PostgreSQL with a synchronous standby: a commit is answered when both have it on their disks.
public final class PostgresPair implements AutoCloseable {
    private static final String STANDBY = "standby";
    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 50;
    private static final String IS_FOLLOWED =
            "SELECT EXISTS (SELECT FROM pg_stat_replication WHERE sync_state = 'sync')";
    private static final String PROMOTE = "SELECT pg_promote(true, 30)";

    private PostgresServer primary;

    /// The standby, or the former primary that stays away.
    private PostgresServer other;

    private boolean isAlone = true;

    private PostgresPair(PostgresServer primary) {
        this.primary = primary;
        this.other = primary;
    }

    /// Starts both, on any free ports.
    public static PostgresPair start() {
        PostgresPair pair = new PostgresPair(PostgresServer.startDurable());
        pair.addStandby(PostgresServer.ANY_PORT);
        return pair;
    }

    /// The address of a database of this name, which is made when there is none, on whichever is
    /// the primary.
    public String url(String name) {
        primary.url(name);
        return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/%s"
                .formatted(primary.port(), other.port(), name);
    }

    /// The one that can be written to, unless it was killed.
    public DatabaseServer primary() {
        return primary;
    }

    /// After the primary's end the standby takes over, alone; returns when it can be written to.
    /// The former primary stays away.
    public void promote() {
        PostgresServer former = primary;
        await(other, PROMOTE);
        primary = other;
        other = former;
        isAlone = true;
    }

    /// After a promotion the primary is stopped and started again with a new standby, where the
    /// former primary was; returns when commits wait for it.
    public void ensureStandby() {
        if (isAlone) {
            other.close();
            addStandby(other.port());
        }
    }

    private void addStandby(int port) {
        primary.stop();
        other = PostgresServer.startStandby(primary, STANDBY, port);
        primary.restartWithStandby(STANDBY);
        await(primary, IS_FOLLOWED);
        isAlone = false;
    }

    /// Asks until it is so.
    private static void await(PostgresServer server, String question) {
        long endNanos = System.nanoTime() + START_LIMIT.toNanos();
        while (!isSo(server, question)) {
            if (System.nanoTime() - endNanos > 0) {
                throw new IllegalStateException(
                        "PostgreSQL: not after %d s: %s"
                                .formatted(START_LIMIT.toSeconds(), question));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("PostgreSQL: interrupted", e);
        }
    }

    private static boolean isSo(PostgresServer server, String question) {
        try (Connection connection = server.connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(question + ": can not be asked", e);
        }
    }

    @Override
    public void close() {
        primary.close();
        other.close();
    }
}
