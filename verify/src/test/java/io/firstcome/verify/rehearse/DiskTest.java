package io.firstcome.verify.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class DiskTest {
    @TempDir private Path directory;

    @Test
    void aProbeMeasuresAndLeavesNothing() throws IOException {
        Disk disk = Disk.probe(directory);

        assertThat(disk.directory()).isEqualTo(directory);
        assertThat(disk.type()).isNotEmpty();
        assertThat(disk.sync50Nanos()).isPositive().isLessThanOrEqualTo(disk.sync99Nanos());
        assertThat(disk.freeBytes()).isPositive();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whatCanNotBeWrittenCanNotBeProbed() {
        assertThatIOException().isThrownBy(() -> Disk.probe(directory.resolve("none")));
    }

    @Test
    void aFileSystemInMemoryIsTold() {
        assertThat(new Disk(directory, "tmpfs", 1, 1, 1).isMemory()).isTrue();
        assertThat(new Disk(directory, "ext4", 1, 1, 1).isMemory()).isFalse();
    }
}
