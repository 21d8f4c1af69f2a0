package io.firstcome.verify.history;

import java.io.IOException;

/// A file is no history, not a whole one, or of a format that is not known here. The message names
/// the file, the line and the field.
public final class HistoryFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    HistoryFormatException(String message) {
        super(message);
    }
}
