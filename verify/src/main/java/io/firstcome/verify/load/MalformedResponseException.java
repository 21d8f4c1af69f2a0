package io.firstcome.verify.load;

/// The server sent something that is not one whole response.
final class MalformedResponseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedResponseException(String message) {
        super(message);
    }
}
