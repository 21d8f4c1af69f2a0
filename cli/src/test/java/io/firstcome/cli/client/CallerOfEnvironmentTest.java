package io.firstcome.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.firstcome.cli.CommandFailure;
import io.firstcome.testkit.TestCertificate;
import io.firstcome.verify.client.Caller;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class CallerOfEnvironmentTest {
    @TempDir Path directory;

    @Test
    void whatTheEnvironmentDoesNotSayIsNotThere() {
        assertThat(CallerOfEnvironment.read(Map.of())).isEqualTo(Caller.ANYBODY);
        assertThat(CallerOfEnvironment.read(Map.of("FIRSTCOME_KEY", "firstcome_a-b_C")).key())
                .isEqualTo("firstcome_a-b_C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\r", "secret key", "secret\nkey", "secret\u00fc"})
    void aKeyThatCanNotBeSentIsToldAndNotShown(String key) {
        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> CallerOfEnvironment.read(Map.of("FIRSTCOME_KEY", key)))
                .withMessageStartingWith("FIRSTCOME_KEY: ")
                .withMessageContaining("(expected: what ./firstcome key create printed)")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void whoVouchesForServersStandsInAFileOfCertificates() throws IOException {
        TestCertificate certificate = TestCertificate.make("EC");
        Path file = directory.resolve("ca.pem");
        Files.writeString(file, certificate.certificate());
        assertThat(read(file).trust()).isNotNull();
        for (String text : new String[] {"", "no certificate", certificate.key()}) {
            Files.writeString(file, text);
            assertRefused(file);
        }
        Files.delete(file);
        assertRefused(file);
    }

    private static Caller read(Path file) {
        return CallerOfEnvironment.read(Map.of("FIRSTCOME_CA", file.toString()));
    }

    private static void assertRefused(Path file) {
        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> read(file))
                .withMessageStartingWith("FIRSTCOME_CA: " + file)
                .withMessageContaining("(expected: a PEM file of certificates; ");
    }
}
