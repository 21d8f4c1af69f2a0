package io.firstcome.databases;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// Ends processes.
final class Processes {
    private Processes() {}

    private static List<ProcessHandle> all(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants()).toList();
    }

    /// What a process and all that it has started have used of processors.
    static Duration cpu(ProcessHandle process) {
        return all(process).stream()
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// Ends a process and all that it has started, at once, and waits for their end.
    static void kill(ProcessHandle process) {
        List<ProcessHandle> all = all(process);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }
}
