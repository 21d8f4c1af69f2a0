package io.firstcome.gc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class FullCollectionTest {
    private static final int MEGABYTE = 1 << 20;

    /// The collectors of all objects: the serial one's, the parallel one's.
    private static final Set<String> ALL = Set.of("MarkSweepCompact", "PS MarkSweep");

    /// Keeps so many megabytes, then looks twice.
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            List<byte[]> kept = new ArrayList<>();
            for (int count = Integer.parseInt(arguments[0]); count > 0; count--) {
                kept.add(new byte[MEGABYTE]);
            }
            long before = Jvm.collections(ALL);
            FullCollection.runWhenNearlyFull();
            FullCollection.runWhenNearlyFull();
            System.out.print(Jvm.collections(ALL) - before);
            System.out.print(kept.isEmpty() ? " nothing kept" : "");
        }
    }

    @Test
    void theSerialCollectorCollectsOnceWhatFillsItsRoom() throws Exception {
        assertThat(printed("-XX:+UseSerialGC", 60)).isEqualTo("1");
    }

    @Test
    void roomIsLeftAlone() throws Exception {
        assertThat(printed("-XX:+UseSerialGC", 20)).isEqualTo("0");
    }

    @Test
    void othersAreLeftAlone() throws Exception {
        assertThat(printed("-XX:+UseParallelGC", 60)).isEqualTo("0");
    }

    private static String printed(String collector, int megabytes)
            throws IOException, InterruptedException {
        return Jvm.printed(
                List.of(collector, "-Xms80m", "-Xmx80m", "-Xmn8m"),
                Program.class,
                List.of(Integer.toString(megabytes)));
    }

    @ParameterizedTest
    @CsvSource({"50, 0, false", "51, 0, true", "51, 41, false", "90, 79, true"})
    void whatWouldNotBecomeLessIsLeftAlone(long now, long last, boolean isDue) {
        assertThat(FullCollection.isDue(used(now), used(last))).isEqualTo(isDue);
    }

    @Test
    void whatWouldTakeLongerThanThereIsTimeIsLeftAlone() {
        long most = 1L << 30;
        MemoryUsage none = new MemoryUsage(0, 0, most, most);
        assertThat(FullCollection.isDue(new MemoryUsage(0, most, most, most), none)).isTrue();
        MemoryUsage more = new MemoryUsage(0, most + 1, most + 1, most + 1);
        assertThat(FullCollection.isDue(more, none)).isFalse();
    }

    private static MemoryUsage used(long bytes) {
        return new MemoryUsage(0, bytes, 100, 100);
    }
}
