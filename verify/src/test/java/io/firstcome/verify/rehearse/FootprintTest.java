package io.firstcome.verify.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.check.Campaign;
import io.firstcome.verify.Crowd;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class FootprintTest {
    private static final Crowd CROWD = new Crowd(10_000, 3, 64, 0);

    @Test
    void asManyCouponsAsThereAreOrPeopleForThem() {
        assertThat(footprint(1_000L)).isEqualTo(new Footprint(30_000, 1_000));
        assertThat(footprint(1_000_000_000L)).isEqualTo(new Footprint(30_000, 10_000));
        assertThat(footprint(null)).isEqualTo(new Footprint(30_000, 10_000));
    }

    @Test
    void theUsualFitsAnywhere(@TempDir Path directory) {
        assertThat(footprint(1_000L).lack(new Stage(List.of(), directory))).isNull();
    }

    @Test
    void tooManyAsksForTheMemoryAreTold() {
        Footprint millions = new Footprint(20_000_000, 1_000_000);

        assertThat(millions.lack(1_000_000_000, Long.MAX_VALUE))
                .startsWith("memory: 1,000 MB (expected: >= ")
                .contains(" MB for 20,000,000 asks and 1,000,000 coupons; fewer --users");
        assertThat(millions.lack(100_000_000_000L, Long.MAX_VALUE)).isNull();
    }

    @Test
    void aFullDiskIsNotFilledFurther() {
        assertThat(new Footprint(30_000, 1_000).lack(1_000_000_000, 1_000_000))
                .isEqualTo(
                        "disk: 1 MB (expected: >= 257 MB for 30,000 asks and 1,000 coupons free in"
                                + " --data-dir)");
    }

    private static Footprint footprint(@Nullable Long limit) {
        return Footprint.of(new Campaign("c", limit, Instant.EPOCH, null), CROWD);
    }
}
