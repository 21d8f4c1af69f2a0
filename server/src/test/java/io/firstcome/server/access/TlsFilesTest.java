package io.firstcome.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class TlsFilesTest {
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----\n";
    private static final String KEY = "-----BEGIN EC PRIVATE KEY-----\n";

    @TempDir private Path directory;

    private TlsFiles files(String certificate, String key) throws IOException {
        return new TlsFiles(
                Files.writeString(directory.resolve("server.pem"), certificate),
                Files.writeString(directory.resolve("key.pem"), key));
    }

    @Test
    void theyAreReadAsTheyAre() throws IOException {
        TlsFiles files = files(CERTIFICATE, KEY);
        assertThat(files.read().certificate()).isEqualTo(CERTIFICATE);
        assertThat(files.read().key()).isEqualTo(KEY);
    }

    @Test
    void whatIsMissingOrSomethingElseIsNamed() throws IOException {
        TlsFiles missing = new TlsFiles(directory.resolve("none.pem"), directory.resolve("none"));
        assertThatIOException()
                .isThrownBy(missing::read)
                .withMessageContaining("tls-certificate: " + missing.certificate())
                .withMessageContaining("(expected: one that can be read");
        TlsFiles swapped = files(KEY, CERTIFICATE);
        assertThatIOException()
                .isThrownBy(swapped::read)
                .withMessage(
                        "tls-certificate: %s (expected: PEM with a CERTIFICATE, not encrypted)"
                                .formatted(swapped.certificate()));
        TlsFiles twice = files(CERTIFICATE, CERTIFICATE);
        assertThatIOException()
                .isThrownBy(twice::read)
                .withMessage(
                        "tls-key: %s (expected: PEM with a PRIVATE KEY, not encrypted)"
                                .formatted(twice.key()));
        TlsFiles encrypted = files(CERTIFICATE, "-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
        assertThatIOException().isThrownBy(encrypted::read).withMessageStartingWith("tls-key: ");
    }
}
