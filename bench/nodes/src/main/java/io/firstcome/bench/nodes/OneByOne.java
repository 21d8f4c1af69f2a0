package io.firstcome.bench.nodes;

import io.firstcome.databases.DatabaseServer;

import org.HdrHistogram.ConcurrentHistogram;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/// One transaction for each request, as it is written first: lock the campaign's row, insert the
/// coupon, count it, commit. It has no HTTP before it, so it is at an advantage.
final class OneByOne {
    private static final int THREADS = 64;
    private static final List<String> TABLES =
            List.of(
                    "DROP TABLE IF EXISTS campaign",
                    "DROP TABLE IF EXISTS coupon",
                    "CREATE TABLE campaign (id INTEGER PRIMARY KEY, issued INTEGER NOT NULL)",
                    "CREATE TABLE coupon (campaign_id INTEGER NOT NULL, user_id VARCHAR(64) NOT"
                            + " NULL, issued_at BIGINT NOT NULL, PRIMARY KEY (campaign_id,"
                            + " user_id))",
                    "INSERT INTO campaign VALUES (1, 0)");

    private final DatabaseServer database;
    private final AtomicLong users = new AtomicLong();
    private final ConcurrentHistogram latencyNanos = new ConcurrentHistogram(3);
    private volatile boolean isOver;

    OneByOne(DatabaseServer database) {
        this.database = database;
    }

    private Connection connect() throws SQLException {
        return database.connect("one_by_one");
    }

    List<Window> measure(int rounds, Duration length, Duration warmUp)
            throws InterruptedException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(this::issueAll));
            }
            Thread.sleep(warmUp);
            List<Window> windows = windows(rounds, length);
            isOver = true;
            for (Future<?> thread : running) {
                await(thread);
            }
            return windows;
        }
    }

    private List<Window> windows(int rounds, Duration length) throws InterruptedException {
        Costs costs = new Costs(database);
        List<Window> windows = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            latencyNanos.reset();
            Costs.Reading before = costs.read(List.of(), users.get());
            Thread.sleep(length);
            Costs.Reading after = costs.read(List.of(), users.get());
            windows.add(costs.window(before, after, latencyNanos.copy(), 1));
        }
        return windows;
    }

    private static void await(Future<?> thread) throws InterruptedException {
        try {
            thread.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("one by one failed", e.getCause());
        }
    }

    private Void issueAll() throws SQLException {
        try (Connection connection = connect();
                PreparedStatement lock =
                        connection.prepareStatement(
                                "SELECT issued FROM campaign WHERE id = 1 FOR UPDATE");
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO coupon VALUES (1, ?, ?)");
                PreparedStatement count =
                        connection.prepareStatement(
                                "UPDATE campaign SET issued = issued + 1 WHERE id = 1")) {
            connection.setAutoCommit(false);
            while (!isOver) {
                long beganNanos = System.nanoTime();
                lock.executeQuery().close();
                insert.setString(1, "user-" + users.incrementAndGet());
                insert.setLong(2, beganNanos);
                insert.executeUpdate();
                count.executeUpdate();
                connection.commit();
                latencyNanos.recordValue(System.nanoTime() - beganNanos);
            }
        }
        return null;
    }
}
