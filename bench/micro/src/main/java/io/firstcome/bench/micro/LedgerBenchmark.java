package io.firstcome.bench.micro;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.ledger.CreateOutcome.Created;
import io.firstcome.core.ledger.IssueBatch;
import io.firstcome.ledger.sql.LedgerOptions;
import io.firstcome.ledger.sql.SqlLedger;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// What the SQL ledger issues by itself, the sync to the disk included, in batches of one campaign,
/// each for users that are new.
public final class LedgerBenchmark {
    private static final int[] BATCHES = {64, 256, 1_024};
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration MEASURED = Duration.ofSeconds(3);
    private static final int ROUNDS = 3;

    /// Kept here, because a logger that nobody holds forgets its level.
    private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

    private final SqlLedger ledger;
    private final Campaign campaign;
    private int users;

    private LedgerBenchmark(SqlLedger ledger) {
        this.ledger = ledger;
        CampaignTerms terms = new CampaignTerms("bench", CampaignTerms.UNLIMITED, Window.from(0));
        Created created = (Created) ledger.createDurably(new CampaignId("bench"), terms);
        this.campaign = created.campaign();
    }

    /// What a number of acts took.
    private record Cost(long issues, long nanos, long cpuNanos) {
        double issuesPerSecond() {
            return issues * 1e9 / nanos;
        }

        double cpuMicrosPerIssue() {
            return cpuNanos / 1e3 / issues;
        }
    }

    /// Prints a row for each size of a batch and round.
    ///
    /// @param args the directory that the ledgers are made in, and removed from: its disk counts
    public static void main(String[] args) throws IOException {
        MIGRATIONS.setLevel(Level.WARNING);
        Path parent = Path.of(args[0]);
        System.out.println("batch  issues/s  CPU us/issue");
        for (int round = 0; round < ROUNDS; round++) {
            for (int batch : BATCHES) {
                Cost cost = inNewLedger(parent, batch);
                System.out.printf(
                        "%5d  %8.0f  %12.2f%n",
                        batch, cost.issuesPerSecond(), cost.cpuMicrosPerIssue());
            }
        }
    }

    private static Cost inNewLedger(Path parent, int batch) throws IOException {
        Path directory = Files.createTempDirectory(parent, "ledger-");
        LedgerOptions options = new LedgerOptions(Clock.systemUTC(), new SecureRandom(), null);
        try (SqlLedger ledger = SqlLedger.openSqlite(directory, options)) {
            LedgerBenchmark benchmark = new LedgerBenchmark(ledger);
            benchmark.issueFor(WARM_UP, batch);
            return benchmark.issueFor(MEASURED, batch);
        } finally {
            remove(directory);
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private Cost issueFor(Duration duration, int batch) {
        int before = users;
        long cpuNanos = cpuNanos();
        long begunNanos = System.nanoTime();
        while (System.nanoTime() - begunNanos < duration.toNanos()) {
            ledger.issueDurably(List.of(new IssueBatch(campaign.number(), newUsers(batch))));
        }
        return new Cost(users - before, System.nanoTime() - begunNanos, cpuNanos() - cpuNanos);
    }

    private List<UserId> newUsers(int count) {
        List<UserId> batch = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            batch.add(new UserId("user-" + users++));
        }
        return batch;
    }

    /// User and system time of all threads of this process.
    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
