package io.firstcome.server.place;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

class YoungCollectionTest {
    /// In a JVM of its own, with a collector that is named.
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            long before = collections();
            YoungCollection.run();
            System.out.print(collections() - before);
        }

        private static long collections() {
            return ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                    .sum();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xmn8m", "-Xmn128m"})
    void theSerialCollectorCollectsOnce(String young) throws IOException, InterruptedException {
        assertThat(printed("-XX:+UseSerialGC", young)).isEqualTo("1");
    }

    @Test
    void othersAreLeftAlone() throws IOException, InterruptedException {
        assertThat(printed("-XX:+UseG1GC", "-Xmx64m")).isEqualTo("0");
    }

    private static String printed(String collector, String size)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        Process jvm =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        collector,
                                        size,
                                        "-cp",
                                        classes,
                                        Program.class.getName()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String printed = new String(jvm.getInputStream().readAllBytes(), UTF_8);
        assertThat(jvm.waitFor()).isZero();
        return printed;
    }
}
