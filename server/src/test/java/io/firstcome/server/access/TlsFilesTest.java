package io.firstcome.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.firstcome.testkit.TestCertificate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

class TlsFilesTest {
    private static final TestCertificate USABLE = TestCertificate.make("EC");

    private final Instant now = Instant.now();

    @TempDir private Path directory;

    private TlsFiles files(String certificate, String key) throws IOException {
        return new TlsFiles(
                Files.writeString(directory.resolve("server.pem"), certificate),
                Files.writeString(directory.resolve("key.pem"), key));
    }

    private void assertProblem(TlsFiles files, String option, Path file, String... parts) {
        assertThatIOException()
                .isThrownBy(() -> files.read(now))
                .withMessageStartingWith(option + ": " + file)
                .withMessageContaining("(expected: ")
                .satisfies(e -> assertThat(e).hasMessageContainingAll(parts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void theyAreReadAsTheyAre(String algorithm) throws IOException {
        TestCertificate made = TestCertificate.make(algorithm);
        TlsFiles files = files(made.certificate(), made.key());
        assertThat(files.read(now).certificate()).isEqualTo(made.certificate());
        assertThat(files.read(now).key()).isEqualTo(made.key());
    }

    @Test
    void theOwnCertificateIsTheFirstOfTheFile() throws IOException {
        String other = TestCertificate.make("EC").certificate();
        TlsFiles files = files(USABLE.key() + USABLE.certificate() + other, USABLE.key());
        assertThat(files.read(now).key()).isEqualTo(USABLE.key());
        TlsFiles swapped = files(other + USABLE.certificate(), USABLE.key());
        assertProblem(swapped, "tls-key", swapped.key(), "of another certificate");
    }

    @Test
    void whatIsMissingOrSomethingElseIsNamed() throws IOException {
        TlsFiles missing = new TlsFiles(directory.resolve("none.pem"), directory.resolve("none"));
        assertProblem(missing, "tls-certificate", missing.certificate(), "one that can be read");
        TlsFiles swapped = files(USABLE.key(), USABLE.certificate());
        assertProblem(swapped, "tls-certificate", swapped.certificate(), "with a CERTIFICATE");
        TlsFiles twice = files(USABLE.certificate(), USABLE.certificate());
        assertProblem(twice, "tls-key", twice.key(), "PEM with a PRIVATE KEY, not encrypted");
        TlsFiles encrypted =
                files(USABLE.certificate(), USABLE.key().replace("PRIVATE", "ENCRYPTED PRIVATE"));
        assertProblem(encrypted, "tls-key", encrypted.key(), "not encrypted");
    }

    @Test
    void whatIsDamagedIsNamed() throws IOException {
        TlsFiles noCertificate = files(damaged(USABLE.certificate()), USABLE.key());
        assertProblem(
                noCertificate,
                "tls-certificate",
                noCertificate.certificate(),
                "PEM with a CERTIFICATE");
        TlsFiles noKey = files(USABLE.certificate(), damaged(USABLE.key()));
        assertProblem(noKey, "tls-key", noKey.key(), "RSA or EC");
    }

    private static String damaged(String pem) {
        return pem.replaceFirst("\n.{64}\n", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA"})
    void theKeyOfAnotherCertificateIsNoneOfThisOne(String algorithm) throws IOException {
        TlsFiles files = files(USABLE.certificate(), TestCertificate.make(algorithm).key());
        assertProblem(
                files, "tls-key", files.key(), "key of the certificate in " + files.certificate());
    }

    @Test
    void aCertificateHasItsTime() throws IOException {
        TestCertificate old = TestCertificate.expired();
        TlsFiles files = files(old.certificate(), old.key());
        assertProblem(files, "tls-certificate", files.certificate(), "valid from", "valid now");
        assertThat(files.read(now.minus(Duration.ofDays(3))).key()).isEqualTo(old.key());
        TestCertificate early = TestCertificate.early();
        files = files(early.certificate(), early.key());
        assertProblem(files, "tls-certificate", files.certificate(), "valid from", "valid now");
    }
}
