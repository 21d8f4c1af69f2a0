package io.firstcome.cli;

import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The command line that runs the same `verify` again, seed included, with nothing written to a
/// file.
final class RepeatableCommand {
    /// Given anew, or of no importance to what is run.
    private static final Set<String> LEFT_OUT = Set.of("--seed", "--json", "--html", "--save");

    private RepeatableCommand() {}

    static String of(ParseResult parsed, long seed) {
        List<String> words = new ArrayList<>(List.of("./firstcome", "verify"));
        for (OptionSpec option : parsed.matchedOptions()) {
            if (!LEFT_OUT.contains(option.longestName())) {
                words.addAll(words(option));
            }
        }
        words.add("--seed");
        words.add(Long.toString(seed));
        return String.join(" ", words);
    }

    private static List<String> words(OptionSpec option) {
        if (option.arity().max() == 0) {
            return List.of(option.longestName());
        }
        return option.originalStringValues().stream()
                .flatMap(value -> Stream.of(option.longestName(), quoted(value)))
                .toList();
    }

    /// As a POSIX shell reads it back.
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:@%+,=-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }
}
