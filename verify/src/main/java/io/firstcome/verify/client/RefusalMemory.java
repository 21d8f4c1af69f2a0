package io.firstcome.verify.client;

import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.verify.load.Reply;

import java.nio.ByteBuffer;

/// Reads answers whose status and body say everything.
///
/// In a real drop most answers are one and the same refusal, so the last one is remembered by its
/// bytes.
public final class RefusalMemory implements AnswerReader {
    private final AnswerReader reader;
    private ByteBuffer lastBody = ByteBuffer.allocate(0);
    private int lastStatus;
    private Outcome lastRefusal = new Unknown("none yet");

    public RefusalMemory(AnswerReader reader) {
        this.reader = reader;
    }

    @Override
    public Outcome read(Reply reply) {
        ByteBuffer body = reply.bodyView();
        if (reply.status() == lastStatus && body.equals(lastBody)) {
            return lastRefusal;
        }
        Outcome outcome = reader.read(reply);
        if (outcome instanceof Refused) {
            lastStatus = reply.status();
            rememberBody(body);
            lastRefusal = outcome;
        }
        return outcome;
    }

    /// Where the one before stood, if there is room: bodies may differ from one answer to the next.
    private void rememberBody(ByteBuffer body) {
        if (lastBody.capacity() < body.remaining()) {
            lastBody = ByteBuffer.allocate(body.remaining());
        }
        lastBody.clear().put(body).flip();
    }
}
