package io.firstcome.verify.client;

import io.firstcome.check.Outcome;
import io.firstcome.verify.load.Reply;

/// Tells what an answer to a request for a coupon says.
@FunctionalInterface
public interface AnswerReader {
    /// What the server said; an answer that says nothing is an outcome too.
    Outcome read(Reply reply);
}
