package io.firstcome.cli.client;

import io.firstcome.cli.CommandFailure;
import io.firstcome.verify.client.Caller;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Who calls a server, and which servers are trusted, as the environment says: the command line
/// everybody on the machine can see.
public final class CallerOfEnvironment {
    static final String KEY = "FIRSTCOME_KEY";
    static final String AUTHORITY = "FIRSTCOME_CA";

    private static final Pattern SENDABLE = Pattern.compile("[!-~]*");

    private CallerOfEnvironment() {}

    /// As `FIRSTCOME_KEY` and `FIRSTCOME_CA`, a PEM file, say.
    public static Caller read(Map<String, String> environment) {
        String authority = environment.get(AUTHORITY);
        return new Caller(
                key(environment.get(KEY)), authority == null ? null : trusting(Path.of(authority)));
    }

    /// What can not be sent would be shown by whoever sends it.
    private static @Nullable String key(@Nullable String key) {
        if (key != null && !SENDABLE.matcher(key).matches()) {
            throw new CommandFailure(
                    KEY
                            + ": has blanks or other characters that no key has (expected: what"
                            + " ./firstcome key create printed)");
        }
        return key;
    }

    private static SSLContext trusting(Path authority) {
        try {
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store(authority));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new CommandFailure(
                    "%s: %s (expected: a PEM file of certificates; %s)"
                            .formatted(AUTHORITY, authority, e),
                    e);
        }
    }

    private static KeyStore store(Path authority) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        CertificateFactory reader = CertificateFactory.getInstance("X.509");
        try (InputStream file = Files.newInputStream(authority)) {
            for (Certificate certificate : reader.generateCertificates(file)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
        }
        if (store.size() == 0) {
            throw new CertificateException("no certificate in it");
        }
        return store;
    }
}
