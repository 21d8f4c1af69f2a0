package io.firstcome.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class OwnerOnlyTest {
    private static final int TOGETHER = 2;
    private static final int ROUNDS = 200;

    @TempDir Path directory;

    @Test
    void nobodyElseReadsWhatIsMade() throws IOException {
        Path made = directory.resolve("a/b");
        OwnerOnly.createDirectoryDurably(made);
        Path file = made.resolve("file");
        try (FileChannel channel =
                OwnerOnly.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            assertThat(channel.isOpen()).isTrue();
        }
        assertThat(permissions(directory.resolve("a"))).isEqualTo("rwx------");
        assertThat(permissions(made)).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /// As a server and `key create` do.
    @Test
    void severalMayMakeADirectoryAtOnce() throws Exception {
        CyclicBarrier start = new CyclicBarrier(TOGETHER);
        try (ExecutorService threads = Executors.newFixedThreadPool(TOGETHER)) {
            for (int round = 0; round < ROUNDS; round++) {
                Path made = directory.resolve("round-" + round + "/data");
                Callable<Path> making =
                        () -> {
                            start.await();
                            OwnerOnly.createDirectoryDurably(made);
                            return made;
                        };
                List<Future<Path>> all = new ArrayList<>();
                for (int one = 0; one < TOGETHER; one++) {
                    all.add(threads.submit(making));
                }
                for (Future<Path> one : all) {
                    assertThat(one.get()).isDirectory();
                }
            }
        }
    }

    @Test
    void whereAFileIsNoDirectoryIsMade() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> OwnerOnly.createDirectoryDurably(file))
                .isInstanceOf(FileAlreadyExistsException.class);
    }
}
