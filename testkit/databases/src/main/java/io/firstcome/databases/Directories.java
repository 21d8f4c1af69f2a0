package io.firstcome.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Copies and removes what a server leaves.
final class Directories {
    private Directories() {}

    /// With the permissions of the files. The target must not exist.
    static void copy(Path directory, Path target) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> outermostFirst = all.toList();
            for (Path path : outermostFirst) {
                Files.copy(
                        path,
                        target.resolve(directory.relativize(path)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> innermostFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : innermostFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + ": can not be removed", e);
        }
    }
}
