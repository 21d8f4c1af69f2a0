package io.firstcome.server.config;

/// Says in one sentence which setting is not usable, where it comes from, and what is expected.
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(String message) {
        super(message);
    }
}
