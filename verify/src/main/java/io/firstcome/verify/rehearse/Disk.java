package io.firstcome.verify.rehearse;

import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// How fast a directory's disk makes a small write durable, and how much room it has.
///
/// @param type the file system's, as the operating system names it
/// @param sync50Nanos what half of the syncs took at most
/// @param sync99Nanos what 99 of 100 took at most
/// @param freeBytes how much may still be written
record Disk(Path directory, String type, long sync50Nanos, long sync99Nanos, long freeBytes) {
    private static final int SYNCS = 200;
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int BLOCK_BYTES = 4096;
    private static final int SIGNIFICANT_DIGITS = 3;

    /// Appends to a file and syncs it 200 times, or for five seconds, and deletes it.
    static Disk probe(Path directory) throws IOException {
        Path file = Files.createTempFile(directory, "firstcome-sync-", null);
        file.toFile().deleteOnExit();
        try {
            Histogram syncs = sync(file);
            FileStore store = Files.getFileStore(directory);
            return new Disk(
                    directory,
                    store.type(),
                    syncs.getValueAtPercentile(50),
                    syncs.getValueAtPercentile(99),
                    store.getUsableSpace());
        } finally {
            Files.delete(file);
        }
    }

    private static Histogram sync(Path file) throws IOException {
        Histogram syncs = new Histogram(SIGNIFICANT_DIGITS);
        ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
        long end = System.nanoTime() + LIMIT.toNanos();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int i = 0; i < SYNCS && System.nanoTime() < end; i++) {
                long before = System.nanoTime();
                channel.write(block.clear());
                channel.force(false);
                syncs.recordValue(System.nanoTime() - before);
            }
        }
        return syncs;
    }

    /// Whether what is written here is gone when the power is.
    boolean isMemory() {
        return type.equals("tmpfs") || type.equals("ramfs");
    }
}
