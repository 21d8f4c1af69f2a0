package io.firstcome.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate that vouches for itself, for `localhost` and `127.0.0.1`, and its private key. The
/// JDK's `keytool` makes a new one each time.
public final class TestCertificate {
    private static final String ALIAS = "server";
    private static final String PASSWORD = "changeit";

    private final Certificate certificate;
    private final byte[] key;

    private TestCertificate(KeyStore store) throws GeneralSecurityException {
        certificate = store.getCertificate(ALIAS);
        key = store.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
    }

    /// One that is valid now.
    ///
    /// @param algorithm `EC` or `RSA`
    public static TestCertificate make(String algorithm) {
        return make(algorithm, "-1d", 30);
    }

    /// One whose last day was yesterday.
    public static TestCertificate expired() {
        return make("EC", "-10d", 9);
    }

    /// One whose first day is tomorrow.
    public static TestCertificate early() {
        return make("EC", "+1d", 9);
    }

    private static TestCertificate make(String algorithm, String start, int days) {
        try {
            Path directory = Files.createTempDirectory("certificate");
            Path file = directory.resolve("store.p12");
            try {
                keytool(file, algorithm, start, days);
                return new TestCertificate(KeyStore.getInstance(file.toFile(), password()));
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static char[] password() {
        return PASSWORD.toCharArray();
    }

    private static void keytool(Path file, String algorithm, String start, int days)
            throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                algorithm,
                                "-alias",
                                ALIAS,
                                "-dname",
                                "CN=server",
                                "-ext",
                                "san=dns:localhost,ip:127.0.0.1",
                                "-startdate",
                                start,
                                "-validity",
                                Integer.toString(days),
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), US_ASCII);
        if (!Files.exists(file)) {
            throw new IOException("keytool: " + said);
        }
    }

    /// PEM.
    public String certificate() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// PEM, not encrypted.
    public String key() {
        return pem("PRIVATE KEY", key);
    }

    private static String pem(String kind, byte[] bytes) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, text, kind);
    }

    /// Puts both into files, each at once.
    public void write(Path certificateFile, Path keyFile) throws IOException {
        replace(certificateFile, certificate());
        replace(keyFile, key());
    }

    private static void replace(Path file, String text) throws IOException {
        Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
        Files.move(
                written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Of clients that trust this one and no other.
    public SSLContext trust() {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(ALIAS, certificate);
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
