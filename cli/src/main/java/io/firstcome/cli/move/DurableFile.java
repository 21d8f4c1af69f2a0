package io.firstcome.cli.move;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// A new file for its owner only, under another name until it is complete and on the disk.
final class DurableFile implements AutoCloseable {
    static final String UNFINISHED = ".part";

    private final Path path;
    private final Path unfinished;
    private final FileChannel channel;
    private final OutputStream out;

    /// Begins the file; one that was begun and not finished is gone.
    DurableFile(Path path) throws IOException {
        this.path = path;
        this.unfinished = path.resolveSibling(path.getFileName() + UNFINISHED);
        Files.deleteIfExists(unfinished);
        this.channel =
                FileChannel.open(
                        unfinished,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        ownerOnly(path, "rw-------"));
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    OutputStream out() {
        return out;
    }

    /// Gives the file its name. When this returns, it is durable.
    void finishDurably() throws IOException {
        out.flush();
        channel.force(true);
        channel.close();
        Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE);
        syncDirectory(path);
    }

    private static void syncDirectory(Path path) throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        if (directory != null && isPosix(path)) {
            try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
                entries.force(true);
            }
        }
    }

    static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// Leaves a file that is not finished as it is.
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
