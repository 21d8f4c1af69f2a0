package io.firstcome.verify.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.verify.Conduct;
import io.firstcome.verify.Crowd;
import io.firstcome.verify.client.ServerClock;
import io.firstcome.verify.profile.Profile;
import io.firstcome.verify.profile.Profile.Constant;
import io.firstcome.verify.profile.Profile.Ramp;
import io.firstcome.verify.profile.Profile.Spike;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;

class ReadinessTest {
    private static final long MILLI = 1_000_000;
    private static final Crowd CROWD = new Crowd(1_000, 3, 1, 0);
    private static final Rush SOLD_OUT = new Rush(50, Duration.ofMillis(12), 500, 3_000);

    @Test
    void aCampaignThatIsNotToComeIsAWarning() {
        assertThat(Readiness.campaign("SCHEDULED"))
                .isEqualTo(new Finding("Campaign", Result.PASS, "SCHEDULED"));
        assertThat(Readiness.campaign("PAUSED"))
                .isEqualTo(
                        new Finding(
                                "Campaign",
                                Result.WARN,
                                "PAUSED now (expected: SCHEDULED); rehearsed all the same"));
    }

    @Test
    void aClockFarOffIsAWarning() {
        ServerClock server = new ServerClock(1_000 * MILLI, MILLI);
        Finding near = Readiness.clock(server, new ServerClock(1_101 * MILLI, 0));
        Finding far = Readiness.clock(server, new ServerClock(1_102 * MILLI, 0));

        assertThat(near.result()).isEqualTo(Result.PASS);
        assertThat(far.result()).isEqualTo(Result.WARN);
        assertThat(far.evidence())
                .isEqualTo("the server's is -102.0 ms from this machine's (+/- 1.0 ms)");
    }

    @Test
    void aSlowDiskIsAWarning() {
        assertThat(Readiness.syncs(disk("ext4", 20 * MILLI)))
                .isEqualTo(
                        new Finding(
                                "Disk syncs", Result.PASS, "p50 1.00 ms, p99 20.00 ms in /data"));
        assertThat(Readiness.syncs(disk("ext4", 21 * MILLI)).result()).isEqualTo(Result.WARN);
    }

    @Test
    void memoryIsNoDisk() {
        Finding finding = Readiness.syncs(disk("tmpfs", MILLI));

        assertThat(finding.result()).isEqualTo(Result.WARN);
        assertThat(finding.evidence()).endsWith(" in /data, which is memory and no disk");
    }

    @Test
    void aDiskNeedsRoomForTwiceWhatAllCouponsTake() {
        assertThat(room(2_000_000, 50, 50L).result()).isEqualTo(Result.PASS);
        assertThat(room(1_999_999, 50, 50L).result()).isEqualTo(Result.FAIL);
        assertThat(room(200_000_000, 50, 5_000L).result()).isEqualTo(Result.PASS);
        assertThat(room(199_999_999, 50, 5_000L))
                .isEqualTo(new Finding("Disk room", Result.FAIL, "200.0 MB needed, 200 MB free"));
        assertThat(room(2_000_000, 50, null).result()).isEqualTo(Result.PASS);
    }

    @Test
    void withoutACouponTheRoomIsNotJudged() {
        assertThat(room(1, 0, 50L).result()).isEqualTo(Result.SKIP);
    }

    @Test
    void couponsLeftAreAWarningWhereThereWerePeopleForThem() {
        Rush left = new Rush(49, null, 500, 3_000);

        assertThat(Readiness.soldOut(SOLD_OUT, 50L, CROWD))
                .isEqualTo(new Finding("Sold out", Result.PASS, "12.0 ms after the opening"));
        assertThat(Readiness.soldOut(left, 50L, CROWD))
                .isEqualTo(
                        new Finding(
                                "Sold out",
                                Result.WARN,
                                "not, with 49 coupons issued to 1,000 people; there are 50"));
        assertThat(Readiness.soldOut(left, 1_001L, CROWD).result()).isEqualTo(Result.PASS);
        assertThat(Readiness.soldOut(left, null, CROWD))
                .isEqualTo(
                        new Finding(
                                "Sold out",
                                Result.PASS,
                                "not, with 49 coupons issued to 1,000 people; unlimited"));
    }

    @Test
    void thePeakIsTold() {
        assertThat(Readiness.peak(SOLD_OUT).evidence())
                .isEqualTo("500 coupons/s, 3,000 answers/s in the best 100 ms");
    }

    @Test
    void whoPressesAtTheOpeningAsksEverythingInOneSecond() {
        assertThat(headroom(new Spike(), 3_000).result()).isEqualTo(Result.PASS);
        assertThat(headroom(new Spike(), 1_500))
                .isEqualTo(
                        new Finding(
                                "Headroom",
                                Result.WARN,
                                "0.5 times the 3,000 asks of the busiest second"));
    }

    @Test
    void whoHasARateAsksAtIt() {
        assertThat(headroom(new Constant(1_500), 1_500).result()).isEqualTo(Result.PASS);
        assertThat(headroom(new Ramp(1_500), 1_490).result()).isEqualTo(Result.WARN);
        assertThat(headroom(new Ramp(9_000), 3_000).evidence())
                .isEqualTo("1.0 times the 3,000 asks of the busiest second");
    }

    private static Finding headroom(Profile profile, long answersPerSecond) {
        Conduct conduct = new Conduct(profile, 0, 0, Duration.ZERO);
        return Readiness.headroom(
                new Rush(0, null, 0, answersPerSecond), new Crowd(1_000, 3, 1, 0, conduct));
    }

    /// Where the rehearsal's coupons took a megabyte.
    private static Finding room(long freeBytes, long issued, @Nullable Long limit) {
        Disk disk = new Disk(Path.of("/data"), "ext4", MILLI, MILLI, freeBytes);
        return Readiness.room(disk, 1_000_000, issued, limit);
    }

    private static Disk disk(String type, long sync99Nanos) {
        return new Disk(Path.of("/data"), type, MILLI, sync99Nanos, 0);
    }
}
