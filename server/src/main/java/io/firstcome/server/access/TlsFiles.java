package io.firstcome.server.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.firstcome.connect.vertx.Tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a server proves itself with, in files, which may be replaced while it runs.
///
/// @param certificate PEM: the server's, then those that vouch for it
/// @param key PEM: private, not encrypted
public record TlsFiles(Path certificate, Path key) {
    /// What the files hold now.
    ///
    /// @throws IOException with a message that says which file can not be used
    public Tls read() throws IOException {
        return new Tls(
                read("tls-certificate", certificate, "CERTIFICATE"),
                read("tls-key", key, "PRIVATE KEY"),
                null);
    }

    private static String read(String name, Path file, String kind) throws IOException {
        String text;
        try {
            text = Files.readString(file, US_ASCII);
        } catch (IOException e) {
            throw new IOException(problem(name, file, "one that can be read; " + e), e);
        }
        if (!text.contains(kind + "-----") || text.contains("ENCRYPTED")) {
            throw new IOException(problem(name, file, "PEM with a " + kind + ", not encrypted"));
        }
        return text;
    }

    private static String problem(String name, Path file, String expected) {
        return "%s: %s (expected: %s)".formatted(name, file, expected);
    }
}
