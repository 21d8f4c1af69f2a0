package io.firstcome.verify.client;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;

/// A way to speak to a system.
@FunctionalInterface
public interface Dialect {
    /// Opens the system behind these addresses.
    ///
    /// @param patience for how long a read is repeated while the system is away
    /// @param key that a Firstcome server demands; null for none
    SystemUnderTest open(URI adminUrl, URI issueUrl, Duration patience, @Nullable String key);

    /// What it is called in reports.
    default String name() {
        return "unnamed";
    }
}
