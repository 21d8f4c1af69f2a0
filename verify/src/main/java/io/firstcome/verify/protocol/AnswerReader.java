package io.firstcome.verify.protocol;

import io.firstcome.check.Outcome;
import io.firstcome.verify.load.Reply;

/// Reads what a server's answers say. Not thread-safe.
public interface AnswerReader {
    /// What one answer says; one that makes no sense is an outcome too.
    Outcome read(Reply reply);
}
