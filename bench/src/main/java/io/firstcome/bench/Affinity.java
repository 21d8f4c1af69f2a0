package io.firstcome.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The processors that a process may use. Needs `taskset`.
final class Affinity implements AutoCloseable {
    private static final String TASKSET = "taskset";

    private final String before;

    private Affinity(String before) {
        this.before = before;
    }

    /// The command that runs another one on one processor.
    static List<String> bound(int processor, List<String> command) {
        List<String> bound = new ArrayList<>(List.of(TASKSET, "-c", Integer.toString(processor)));
        bound.addAll(command);
        return List.copyOf(bound);
    }

    /// Binds all threads of this process, and those they start, until this is closed; an
    /// `IllegalStateException` when that is not possible.
    static Affinity bindThisProcess(int processor) throws InterruptedException {
        String told = taskset("-c", "-p", pid());
        Affinity affinity = new Affinity(told.substring(told.lastIndexOf(' ') + 1).strip());
        affinity.set(Integer.toString(processor));
        return affinity;
    }

    private static String pid() {
        return Long.toString(ProcessHandle.current().pid());
    }

    private void set(String processors) throws InterruptedException {
        taskset("-a", "-c", "-p", processors, pid());
    }

    private static String taskset(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(TASKSET));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String told = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(told.strip());
            }
            return told;
        } catch (IOException absent) {
            throw new IllegalStateException(absent.getMessage(), absent);
        }
    }

    /// This process may use again what it might before.
    @Override
    public void close() {
        try {
            set(before);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
