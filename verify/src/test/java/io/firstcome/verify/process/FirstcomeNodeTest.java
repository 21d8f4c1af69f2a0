package io.firstcome.verify.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

class FirstcomeNodeTest {
    @TempDir private Path parent;

    @Test
    void aServerThatDoesNotStartLeavesNothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> FirstcomeNode.start(List.of("false"), parent))
                .withMessageStartingWith("server ended:");
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void aCommandThatIsNotThereLeavesNothing() {
        String none = parent.resolve("none").toString();
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> FirstcomeNode.start(List.of(none), parent));
        assertThat(parent).isEmptyDirectory();
    }
}
