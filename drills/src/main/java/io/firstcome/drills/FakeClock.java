package io.firstcome.drills;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Starts programs that see another time than this machine has, by libfaketime.
final class FakeClock {
    private static final String LIBRARY = "libfaketime.so.1";
    private static final List<Path> DIRECTORIES =
            List.of(
                    Path.of("/usr/lib/x86_64-linux-gnu/faketime"),
                    Path.of("/usr/lib/aarch64-linux-gnu/faketime"),
                    Path.of("/usr/lib64/faketime"),
                    Path.of("/usr/lib/faketime"));

    private FakeClock() {}

    /// The command with which `command` runs by a clock that is so far off. Intervals are not
    /// stretched.
    static List<String> off(int seconds, List<String> command) {
        List<String> words = new ArrayList<>();
        words.add("env");
        words.add("LD_PRELOAD=" + library());
        words.add("FAKETIME=" + (seconds < 0 ? "" : "+") + seconds + "s");
        words.add("FAKETIME_DONT_FAKE_MONOTONIC=1");
        words.add("FAKETIME_FORCE_MONOTONIC_FIX=0");
        words.addAll(command);
        return words;
    }

    private static Path library() {
        return DIRECTORIES.stream()
                .flatMap(directory -> Stream.of(directory.resolve(LIBRARY)))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                LIBRARY
                                        + ": not found (expected: installed, as by apt-get install"
                                        + " libfaketime)"));
    }
}
