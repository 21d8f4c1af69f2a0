package io.firstcome.drills;

import java.util.List;
import java.util.Objects;

/// The command that starts the program as it is shipped.
final class Launcher {
    private static final String PROPERTY = "firstcome.launcher";

    private Launcher() {}

    /// The command to which `serve` and its options are added.
    static List<String> command() {
        return List.of(Objects.requireNonNull(System.getProperty(PROPERTY), PROPERTY));
    }
}
