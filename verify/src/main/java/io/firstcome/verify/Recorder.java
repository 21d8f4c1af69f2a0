package io.firstcome.verify;

import io.firstcome.check.Ask;
import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.verify.client.AnswerReader;
import io.firstcome.verify.client.ServerClock;
import io.firstcome.verify.load.Reply;
import io.firstcome.verify.report.Tally;

import java.util.ArrayList;
import java.util.List;

/// Writes down every ask and its outcome, on the server's clock.
final class Recorder {
    private final String[] names;
    private final ServerClock clock;
    private final AnswerReader reader;
    private final List<Ask> asks = new ArrayList<>();
    private final Tally tally = new Tally();

    Recorder(Crowd crowd, ServerClock clock, AnswerReader reader) {
        this.clock = clock;
        this.reader = reader;
        names = new String[crowd.users()];
        for (int user = 0; user < names.length; user++) {
            names[user] = crowd.name(user);
        }
    }

    /// Records an answer and returns what it says.
    Outcome answered(int user, Reply reply) {
        Outcome outcome = reader.read(reply);
        tally.answered(outcome, reply.doneNanos() - reply.dueNanos());
        record(user, reply.dueNanos(), reply.sentNanos(), reply.doneNanos(), outcome);
        return outcome;
    }

    /// Records that nothing was heard.
    void unknown(int user, long dueNanos, long sentNanos, long nowNanos, String cause) {
        Unknown outcome = new Unknown(cause);
        tally.lost(outcome);
        record(user, dueNanos, sentNanos, nowNanos, outcome);
    }

    private void record(int user, long dueNanos, long sentNanos, long doneNanos, Outcome outcome) {
        asks.add(
                new Ask(
                        names[user],
                        clock.epochNanos(dueNanos),
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
}
