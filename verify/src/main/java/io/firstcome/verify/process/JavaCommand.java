package io.firstcome.verify.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command that runs another main class as this JVM runs: same Java, same class path, and the
/// JVM flags that the launcher hands on in the system property `firstcome.jvmFlags`.
public final class JavaCommand {
    /// Holds the flags, separated by white space.
    public static final String FLAGS_PROPERTY = "firstcome.jvmFlags";

    private JavaCommand() {}

    /// The command without the main class's own arguments.
    public static List<String> of(String mainClass) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        return List.copyOf(command);
    }

    private static List<String> flags() {
        String flags = System.getProperty(FLAGS_PROPERTY, "").strip();
        return flags.isEmpty() ? List.of() : List.of(flags.split("\\s+"));
    }
}
