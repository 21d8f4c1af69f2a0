package io.firstcome.ledger.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The directory of an embedded ledger, which one process at a time may use. What it creates is
/// [OwnerOnly].
final class DataDirectory implements AutoCloseable {
    private static final String LOCK_FILE = "firstcome.lock";

    /// The directories this process uses. A lock on a file is held by the whole process, and lost
    /// when the process closes that file, however often it is open: so a second attempt must not
    /// touch it.
    private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Takes the directory for this process, and creates it where there is none.
    static DataDirectory take(Path directory) {
        try {
            OwnerOnly.createDirectoryDurably(directory);
            Path real = directory.toRealPath();
            if (!IN_USE.add(real)) {
                throw inUse(directory, "this process");
            }
            return lock(real);
        } catch (FileAlreadyExistsException e) {
            throw new LedgerOpenException(
                    "data directory: %s (expected: a directory)".formatted(directory), e);
        } catch (IOException e) {
            throw new LedgerOpenException(
                    "data directory: %s (expected: one to read and write; %s)"
                            .formatted(directory, e),
                    e);
        }
    }

    private static DataDirectory lock(Path directory) throws IOException {
        FileChannel channel = null;
        try {
            channel = open(directory.resolve(LOCK_FILE));
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(directory, "process " + read(channel));
            }
            write(channel, Long.toString(ProcessHandle.current().pid()));
            return new DataDirectory(directory, channel);
        } catch (IOException | RuntimeException e) {
            IN_USE.remove(directory);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return OwnerOnly.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    }

    private static LedgerInUseException inUse(Path directory, String by) {
        return new LedgerInUseException(
                "data directory: %s is in use by %s (expected: one of its own for each server)"
                        .formatted(directory, by));
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(20);
        channel.read(text, 0);
        return StandardCharsets.US_ASCII.decode(text.flip()).toString();
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        channel.write(StandardCharsets.US_ASCII.encode(text), 0);
    }

    /// The file with this name in the directory, created empty where there is none.
    Path file(String name) {
        Path file = path.resolve(name);
        try {
            open(file).close();
        } catch (IOException e) {
            throw new LedgerOpenException(
                    "ledger file: %s (expected: one to read and write; %s)".formatted(file, e), e);
        }
        return file;
    }

    /// Gives the directory up, unless that was done before.
    @Override
    public void close() {
        if (lock.isOpen()) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                IN_USE.remove(path);
            }
        }
    }
}
