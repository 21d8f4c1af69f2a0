package io.firstcome.ledger.sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The time of the database as far as it is known here, by Cristian's algorithm (Cristian 1989,
/// "Probabilistic clock synchronization"): what the database said was its time at some moment
/// between question and answer. The sample that leaves the least doubt counts, and doubt grows with
/// its age.
final class DatabaseTime implements SharedTime {
    /// How far two clocks may drift apart: one part in so many. Twice what quartz does.
    private static final long DRIFT = 5_000;

    private volatile Sample sample = new Sample(0, 0, Long.MAX_VALUE / 4);

    /// At `nanos` the database's time was `micros`, or up to `doubt` before or after it.
    private record Sample(long nanos, long micros, long doubt) {
        long doubtAt(long atNanos) {
            return doubt + (atNanos - nanos) / 1_000 / DRIFT;
        }

        long microsAt(long atNanos) {
            return micros + (atNanos - nanos) / 1_000;
        }
    }

    @Override
    public long heard(long databaseMicros, long askedNanos) {
        return heard(databaseMicros, askedNanos, System.nanoTime());
    }

    long heard(long databaseMicros, long askedNanos, long answeredNanos) {
        long doubt = (answeredNanos - askedNanos) / 2_000 + 1;
        Sample heard = new Sample(answeredNanos, databaseMicros + doubt, doubt);
        Sample known = sample;
        if (doubt <= known.doubtAt(answeredNanos) || contradict(known, heard)) {
            sample = heard;
        }
        return databaseMicros;
    }

    /// Whether the database's clock was set, or another database took over.
    private static boolean contradict(Sample known, Sample heard) {
        long apart = Math.abs(known.microsAt(heard.nanos()) - heard.micros());
        return apart > known.doubtAt(heard.nanos()) + heard.doubt();
    }

    @Override
    public long doubtMicros() {
        return sample.doubtAt(System.nanoTime());
    }

    @Override
    public long surelyMicros(long atNanos) {
        Sample known = sample;
        return known.microsAt(atNanos) - known.doubtAt(atNanos);
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plus(latestMicros(System.nanoTime()), ChronoUnit.MICROS);
    }

    long latestMicros(long nanos) {
        Sample known = sample;
        return known.microsAt(nanos) + known.doubtAt(nanos);
    }
}
