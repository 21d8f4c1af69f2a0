package io.firstcome.verify.client;

import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.verify.load.Reply;

/// Reads answers whose status and body say everything.
///
/// In a real drop nearly all answers are one and the same refusal, so the last one is remembered by
/// its bytes.
public final class RefusalMemory implements AnswerReader {
    private final TextReader reader;
    private byte[] lastBody = new byte[0];
    private int lastStatus;
    private Outcome lastRefusal = new Unknown("none yet");

    /// Tells what an answer with this status and body says.
    @FunctionalInterface
    public interface TextReader {
        Outcome read(int status, String body);
    }

    public RefusalMemory(TextReader reader) {
        this.reader = reader;
    }

    @Override
    public Outcome read(Reply reply) {
        if (reply.status() == lastStatus && reply.bodyEquals(lastBody)) {
            return lastRefusal;
        }
        Outcome outcome = reader.read(reply.status(), reply.bodyText());
        if (outcome instanceof Refused) {
            lastStatus = reply.status();
            lastBody = reply.body();
            lastRefusal = outcome;
        }
        return outcome;
    }
}
