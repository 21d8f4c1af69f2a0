package io.firstcome.connect.json;

/// Says that a JSON value is not of the kind that is expected in its place. Whoever knows the place
/// catches it; without a stack trace it costs next to nothing.
final class MismatchException extends Exception {
    private static final long serialVersionUID = 1L;

    MismatchException() {
        super(null, null, false, false);
    }
}
