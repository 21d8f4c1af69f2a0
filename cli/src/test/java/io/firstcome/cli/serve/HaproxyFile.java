package io.firstcome.cli.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A `haproxy.cfg`, by its sections.
record HaproxyFile(List<String> lines) {
    static HaproxyFile read(Path file) throws IOException {
        return new HaproxyFile(Files.readAllLines(file));
    }

    /// What stands in the section `name`, without comments.
    List<String> section(String name) {
        return lines.stream()
                .dropWhile(line -> !line.equals(name))
                .skip(1)
                .takeWhile(line -> line.isBlank() || line.startsWith(" "))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /// The group of `pattern` wherever it is found in the section `name`.
    List<String> found(String name, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return section(name).stream()
                .flatMap(line -> compiled.matcher(line).results())
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
