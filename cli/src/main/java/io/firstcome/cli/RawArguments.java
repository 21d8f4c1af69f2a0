package io.firstcome.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The arguments as they were typed. In a locale that is not UTF-8, as in most containers, Java
/// replaces every letter that is not ASCII; the system still has them.
final class RawArguments {
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final String REPLACED = "\uFFFD";

    private RawArguments() {}

    /// @param args what Java made of them
    static String[] of(String[] args) {
        return Arrays.stream(args).anyMatch(arg -> arg.contains(REPLACED)) ? read(args) : args;
    }

    private static String[] read(String[] args) {
        try {
            String commandLine = new String(Files.readAllBytes(COMMAND_LINE), UTF_8);
            List<String> all = Arrays.asList(commandLine.split("\0", -1));
            int end = all.size() - 1;
            return all.subList(end - args.length, end).toArray(String[]::new);
        } catch (IOException e) {
            return args;
        }
    }
}
