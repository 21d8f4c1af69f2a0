package io.firstcome.verify.load;

/// The server sent something that is not one HTTP/1.1 response with a known length.
final class MalformedResponseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedResponseException(String message) {
        super(message);
    }
}
