package io.firstcome.core.ledger;

/// A ledger could not do what was asked. What was asked may have become durable or not, unless
/// [#isNotAttempted] says that nothing was attempted.
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean notAttempted;

    private LedgerException(String message, Throwable cause, boolean notAttempted) {
        super(message, cause);
        this.notAttempted = notAttempted;
    }

    /// A failure in the middle of the act: it may have become durable.
    public static LedgerException unknown(String message, Throwable cause) {
        return new LedgerException(message, cause, false);
    }

    /// A failure before the act: nothing of it is durable.
    public static LedgerException notAttempted(String message, Throwable cause) {
        return new LedgerException(message, cause, true);
    }

    public boolean isNotAttempted() {
        return notAttempted;
    }
}
