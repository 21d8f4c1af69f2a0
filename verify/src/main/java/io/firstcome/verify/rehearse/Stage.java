package io.firstcome.verify.rehearse;

import io.firstcome.verify.process.FirstcomeNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where a rehearsal is played: a server of its own, on a disk.
///
/// @param launcher the command to which `serve` and its options are added
/// @param directory in which the server's data lie, in a new directory that is removed
public record Stage(List<String> launcher, Path directory) {
    public Stage {
        launcher = List.copyOf(launcher);
        if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
            throw new IllegalArgumentException(
                    "data-dir: " + directory + " (expected: a directory that can be written)");
        }
    }

    /// Starts the server and returns when it is ready.
    FirstcomeNode open() throws InterruptedException {
        return FirstcomeNode.start(launcher, directory);
    }

    long freeBytes() {
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    Disk disk() {
        try {
            return Disk.probe(directory);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
