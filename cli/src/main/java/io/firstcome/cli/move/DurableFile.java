package io.firstcome.cli.move;

import io.firstcome.ledger.sql.OwnerOnly;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

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
                OwnerOnly.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
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
        OwnerOnly.syncDurably(Objects.requireNonNull(path.toAbsolutePath().getParent()));
    }

    /// Leaves a file that is not finished as it is.
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
