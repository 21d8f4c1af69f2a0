package io.firstcome.verify;

import io.firstcome.check.Ask;
import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.verify.client.ServerClock;
import io.firstcome.verify.load.Manner;
import io.firstcome.verify.load.Reply;
import io.firstcome.verify.protocol.AnswerReader;

import org.HdrHistogram.Histogram;

import java.util.ArrayList;
import java.util.List;

/// Writes down every ask and its outcome, on the server's clock.
final class Recorder {
    private static final int SIGNIFICANT_DIGITS = 3;

    private final String[] names;
    private final ServerClock clock;
    private final AnswerReader reader;
    private final List<Ask> asks = new ArrayList<>();
    private final Tally tally = new Tally();
    private final Histogram latencyNanos = new Histogram(SIGNIFICANT_DIGITS);
    private final Histogram lateNanos = new Histogram(SIGNIFICANT_DIGITS);

    Recorder(Crowd crowd, ServerClock clock) {
        this.clock = clock;
        reader = crowd.conduct().protocol().newReader();
        names = new String[crowd.users()];
        for (int user = 0; user < names.length; user++) {
            names[user] = crowd.name(user);
        }
    }

    /// Records that a request is sent so long after it was due.
    void asked(long late) {
        lateNanos.recordValue(late);
    }

    /// Records an answer and returns what it says.
    Outcome answered(int user, Reply reply) {
        Outcome outcome = reader.read(reply);
        if (reply.manner() == Manner.PLAIN) {
            latencyNanos.recordValue(reply.doneNanos() - reply.dueNanos());
        }
        record(user, reply.sentNanos(), reply.doneNanos(), outcome);
        return outcome;
    }

    /// Records that nothing was heard.
    void unknown(int user, long sentNanos, long nowNanos, String cause) {
        record(user, sentNanos, nowNanos, new Unknown(cause));
    }

    private void record(int user, long sentNanos, long doneNanos, Outcome outcome) {
        tally.count(outcome);
        asks.add(
                new Ask(
                        names[user],
                        clock.epochNanos(sentNanos),
                        clock.epochNanos(doneNanos),
                        outcome));
    }

    List<Ask> asks() {
        return asks;
    }

    Tally tally() {
        return tally;
    }

    /// From when a request was due to its whole answer, also while it waited for a connection;
    /// without slow clients, who are slow themselves.
    Histogram latencyNanos() {
        return latencyNanos;
    }

    /// From when a request was due to when it was sent: how late the askers themselves were.
    Histogram lateNanos() {
        return lateNanos;
    }
}
