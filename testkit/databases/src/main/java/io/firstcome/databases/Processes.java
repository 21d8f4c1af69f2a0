package io.firstcome.databases;

import java.util.List;
import java.util.stream.Stream;

/// Ends processes.
final class Processes {
    private Processes() {}

    /// Ends a process and all that it has started, at once, and waits for their end.
    static void kill(Process process) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }
}
