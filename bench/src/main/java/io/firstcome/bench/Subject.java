package io.firstcome.bench;

import io.firstcome.verify.load.Reply;
import io.firstcome.verify.load.RequestTemplate;
import io.firstcome.verify.process.ServerProcess;

import java.net.URI;

/// A server under measurement and one kind of request to it.
interface Subject extends AutoCloseable {
    /// What is measured, as the results name it.
    String name();

    ServerProcess process();

    URI url();

    /// The request, of a different user each time.
    RequestTemplate template();

    /// Whether an answer is what this kind of request should get. Called for every answer.
    boolean isRight(Reply reply);

    /// Compares what the server says it did with what was heard, when all of the first `answered`
    /// users were answered as they should be: an `IllegalStateException` when they disagree.
    void audit(long answered) throws InterruptedException;

    @Override
    void close();

    /// Starts a subject, which the caller closes.
    interface Starter {
        Subject start() throws InterruptedException;
    }
}
