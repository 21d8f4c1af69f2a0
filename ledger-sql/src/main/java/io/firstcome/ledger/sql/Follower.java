package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.ledger.CampaignFollower;
import io.firstcome.core.ledger.LedgerException;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Asks a shared database again and again what others did to campaigns. It asks rather than
/// listens, because only who asks knows how old his knowledge is at most: for the time after an
/// answer in which it can not be older than allowed, [#isCurrent] holds.
final class Follower implements Runnable {
    private static final Logger LOG = System.getLogger(Follower.class.getName());

    private static final long PAUSE_MILLIS = 40;

    /// Changes are asked for by their time, and some become visible after later ones: by so much at
    /// most, as few statements make a change, and none of them, nor a pause between two, may last
    /// longer than some seconds.
    private static final long LOOK_BACK_MICROS = 60_000_000;

    /// Which campaigns there are is asked less often: nobody gets a coupon of one that is gone.
    private static final int ROUNDS_BETWEEN_NUMBERS = 25;

    private final Database database;
    private final Attempts attempts;
    private final CampaignFollower follower;
    private final long ageMaxNanos;
    private volatile long currentUntilNanos;
    private volatile boolean isStopped;
    private long knownMicros;
    private int rounds;
    private boolean isImportMet;

    Follower(Database database, Attempts attempts, CampaignFollower follower, Duration ageMax) {
        this.database = database;
        this.attempts = attempts;
        this.follower = follower;
        this.ageMaxNanos = ageMax.toNanos();
        this.currentUntilNanos = System.nanoTime();
    }

    /// Whether every change is known that was answered `ageMax` ago or earlier.
    boolean isCurrent() {
        return System.nanoTime() - currentUntilNanos < 0;
    }

    void stop() {
        isStopped = true;
    }

    @Override
    public void run() {
        while (!isStopped) {
            try {
                Thread.sleep(PAUSE_MILLIS);
                look();
            } catch (LedgerException e) {
                // Nothing is refused by what is known until the database is there again.
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "what other nodes do can not be followed", e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// Asks once. What is visible when it begins is known when it has returned.
    void look() {
        try {
            ask();
            tellOfImport(false);
        } catch (LedgerException e) {
            if (ImportUnfinishedException.isReasonFor(e)) {
                tellOfImport(true);
            }
            throw e;
        }
    }

    /// Once when one is met, and once when it is finished.
    private void tellOfImport(boolean isMet) {
        if (isMet && !isImportMet) {
            LOG.log(
                    Level.WARNING,
                    "ledger: an import into it is not finished, and nothing is decided until it is"
                            + " (expected: that ./firstcome import comes to its end)");
        } else if (!isMet && isImportMet) {
            LOG.log(
                    Level.INFO,
                    "ledger: the import into it is finished, all of it is known, and is decided"
                            + " on");
        }
        isImportMet = isMet;
    }

    private void ask() {
        long beganNanos = System.nanoTime();
        long sinceMicros = knownMicros - LOOK_BACK_MICROS;
        int round = rounds;
        // Where this one fails, the next asks for all: an import brings what was changed long ago.
        rounds = 0;
        List<Long> counted = follower.counted(sinceMicros);
        Seen seen = attempts.perform(attempt -> seen(attempt, sinceMicros, counted));
        seen.campaigns().forEach(follower::seen);
        if (round % ROUNDS_BETWEEN_NUMBERS == 0) {
            lookForNumbers();
        }
        rounds = round + 1;
        knownMicros = seen.micros();
        currentUntilNanos = beganNanos + ageMaxNanos;
    }

    /// @param micros the time at which they were still to be read
    private record Seen(long micros, List<Campaign> campaigns) {}

    private Seen seen(Attempt attempt, long sinceMicros, List<Long> counted) throws SQLException {
        long nowMicros = attempt.nowMicros(database.clock());
        attempt.requireWhole();
        List<Campaign> seen = CampaignTable.updatedSince(attempt.session(), sinceMicros);
        seen.addAll(CampaignTable.numbered(attempt.session(), counted));
        return new Seen(nowMicros, seen);
    }

    void lookForNumbers() {
        Set<Long> numbers = new HashSet<>();
        Long last =
                attempts.perform(attempt -> CampaignTable.numbers(attempt.session(), numbers::add));
        List<Long> unknown = follower.remaining(numbers, last);
        if (!unknown.isEmpty()) {
            attempts.perform(attempt -> seen(attempt, Long.MAX_VALUE, unknown))
                    .campaigns()
                    .forEach(follower::seen);
        }
    }
}
