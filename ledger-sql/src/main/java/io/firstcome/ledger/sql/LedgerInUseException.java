package io.firstcome.ledger.sql;

/// A ledger can not be opened, because it is open elsewhere and can only be once.
final class LedgerInUseException extends LedgerOpenException {
    private static final long serialVersionUID = 1L;

    LedgerInUseException(String message) {
        super(message);
    }
}
