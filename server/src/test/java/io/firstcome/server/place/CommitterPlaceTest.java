package io.firstcome.server.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class CommitterPlaceTest {
    private static final int NONE = -1;

    @Test
    void aCrowdedCommitterMovesToTheLoopThatWaitsLeast() {
        assertThat(CommitterPlace.better(0.6, Map.of(0, 0.02, 1, 0.5))).isEqualTo(0);
        assertThat(CommitterPlace.better(0.6, Map.of(0, 0.5, 1, 0.19, 2, 0.1, 3, 0.4)))
                .isEqualTo(2);
    }

    @Test
    void whereAllWaitAlikeItStays() {
        assertThat(CommitterPlace.better(0.3, Map.of(0, 0.25, 1, 0.35))).isEqualTo(NONE);
        assertThat(CommitterPlace.better(0.6, Map.of(0, 0.2, 1, 0.3))).isEqualTo(NONE);
    }

    @Test
    void oneThatHardlyWaitsStays() {
        assertThat(CommitterPlace.better(0.2, Map.of(0, 0.0, 1, 0.01))).isEqualTo(NONE);
        assertThat(CommitterPlace.better(0, Map.of(0, 0.0))).isEqualTo(NONE);
    }

    @Test
    void withoutLoopsItStays() {
        assertThat(CommitterPlace.better(0.9, Map.of())).isEqualTo(NONE);
    }
}
