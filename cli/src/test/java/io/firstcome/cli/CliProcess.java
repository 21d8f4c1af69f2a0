package io.firstcome.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.cli.Cli.Run;
import io.firstcome.verify.process.FirstcomeNode;
import io.firstcome.verify.process.JavaCommand;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs commands in a process of their own, so in an environment of their own.
final class CliProcess {
    private CliProcess() {}

    /// All that is printed is in `out`.
    ///
    /// @param environment set or replaced in this process's
    static Run run(Map<String, String> environment, List<String> args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(JavaCommand.of(FirstcomeNode.MAIN_CLASS));
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), printed, "");
    }
}
