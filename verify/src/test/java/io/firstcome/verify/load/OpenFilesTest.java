package io.firstcome.verify.load;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OpenFilesTest {
    @Test
    void tooManyConnectionsSayWhatToRaise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OpenFiles.requireRoomFor(20_000, 20_000))
                .withMessage(
                        "connections: 20000 (expected: <= 19872, since ulimit -n is 20000; raise"
                                + " it to 20128)");
    }

    @Test
    void aFewConnectionsHaveRoom() {
        OpenFiles.requireRoomFor(19_872, 20_000);
        OpenFiles.requireRoomFor(64);
    }
}
