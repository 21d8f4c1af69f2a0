package io.firstcome.gc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.Set;

class YoungCollectionTest {
    /// The collectors of young objects: the serial one's, the parallel one's.
    private static final Set<String> YOUNG = Set.of("Copy", "PS Scavenge");

    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            long before = Jvm.collections(YOUNG);
            YoungCollection.run();
            System.out.print(Jvm.collections(YOUNG) - before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xmn8m", "-Xmn128m"})
    void theSerialCollectorCollectsOnce(String young) throws IOException, InterruptedException {
        assertThat(printed("-XX:+UseSerialGC", young)).isEqualTo("1");
    }

    @Test
    void othersAreLeftAlone() throws IOException, InterruptedException {
        assertThat(printed("-XX:+UseParallelGC", "-Xmx64m")).isEqualTo("0");
    }

    private static String printed(String collector, String size)
            throws IOException, InterruptedException {
        return Jvm.printed(List.of(collector, size), Program.class, List.of());
    }
}
