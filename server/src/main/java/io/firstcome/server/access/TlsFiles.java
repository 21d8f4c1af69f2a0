package io.firstcome.server.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.firstcome.connect.vertx.Tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;

/// What a server proves itself with, in files, which may be replaced while it runs.
///
/// @param certificate PEM: the server's, then those that vouch for it
/// @param key PEM: private, not encrypted
public record TlsFiles(Path certificate, Path key) {
    private static final String CERTIFICATE = "tls-certificate";
    private static final String KEY = "tls-key";

    /// What the files hold now.
    ///
    /// @param now when it is to be used
    /// @throws IOException with a message that says which file can not be used
    public Tls read(Instant now) throws IOException {
        Tls tls =
                new Tls(
                        read(CERTIFICATE, certificate, "CERTIFICATE"),
                        read(KEY, key, "PRIVATE KEY"),
                        null);
        requireValid(tls, now);
        requirePair(tls);
        return tls;
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

    private void requireValid(Tls tls, Instant now) throws IOException {
        X509Certificate own;
        try {
            own = tls.own();
        } catch (CertificateException e) {
            throw new IOException(
                    problem(CERTIFICATE, certificate, "PEM with a CERTIFICATE; " + e), e);
        }
        Instant first = own.getNotBefore().toInstant();
        Instant last = own.getNotAfter().toInstant();
        if (now.isBefore(first) || now.isAfter(last)) {
            String found = "%s, valid from %s to %s".formatted(certificate, first, last);
            throw new IOException(problem(CERTIFICATE, found, "one that is valid now"));
        }
    }

    private void requirePair(Tls tls) throws IOException {
        String expected = "the key of the certificate in " + certificate;
        try {
            if (!tls.isPair()) {
                throw new IOException(problem(KEY, key + ", of another certificate", expected));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    problem(KEY, key, expected + ", RSA or EC; " + e.getMessage()), e);
        }
    }

    private static String problem(String name, Object found, String expected) {
        return "%s: %s (expected: %s)".formatted(name, found, expected);
    }
}
