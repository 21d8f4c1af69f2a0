package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.ledger.CampaignFollower;
import io.firstcome.core.ledger.LedgerException;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Asks a shared database again and again what others did to campaigns. It asks rather than
/// listens, because only who asks knows how old his knowledge is at most: for the time after an
/// answer in which it can not be older than allowed, [#isCurrent] holds.
final class Follower implements Runnable {
    private static final long PAUSE_MILLIS = 40;

    /// Changes are asked for by their time, and some become visible after later ones: by so much at
    /// most, as no statement and no pause in a transaction is allowed to last as long.
    private static final long LOOK_BACK_MICROS = 20_000_000;

    /// Campaigns that are gone cost nothing but memory, so they are asked for less often.
    private static final int ROUNDS_BETWEEN_NUMBERS = 100;

    private final Database database;
    private final Attempts attempts;
    private final CampaignFollower follower;
    private final long ageMaxNanos;
    private volatile long currentUntilNanos;
    private volatile boolean isStopped;
    private long knownMicros;
    private int rounds;

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
                look();
                Thread.sleep(PAUSE_MILLIS);
            } catch (LedgerException e) {
                // Nothing is refused by what is known until the database is there again.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// Asks once. What is visible when it begins is known when it has returned.
    void look() {
        long beganNanos = System.nanoTime();
        List<Long> counted = follower.counted();
        attempts.perform(attempt -> seen(attempt, counted)).forEach(follower::seen);
        if (rounds++ % ROUNDS_BETWEEN_NUMBERS == 0) {
            lookForNumbers();
        }
        currentUntilNanos = beganNanos + ageMaxNanos;
    }

    private List<Campaign> seen(Attempt attempt, List<Long> counted) throws SQLException {
        long nowMicros = attempt.nowMicros(database.clock());
        List<Campaign> seen =
                CampaignTable.updatedSince(attempt.session(), knownMicros - LOOK_BACK_MICROS);
        knownMicros = nowMicros;
        seen.addAll(CampaignTable.numbered(attempt.session(), counted));
        return seen;
    }

    void lookForNumbers() {
        Set<Long> numbers = new HashSet<>();
        Long last =
                attempts.perform(attempt -> CampaignTable.numbers(attempt.session(), numbers::add));
        follower.remaining(numbers, last);
    }
}
