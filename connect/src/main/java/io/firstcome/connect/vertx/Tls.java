package io.firstcome.connect.vertx;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ServerSSLOptions;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;

/// What a server proves itself with, and what it asks its clients to, all in PEM.
///
/// @param certificate of the server, with those that vouch for it
/// @param key private, of the certificate, not encrypted
/// @param clientAuthority that vouches for clients, which then have to show a certificate; null to
///   let in clients without one
public record Tls(String certificate, String key, @Nullable String clientAuthority) {
    private static final String FIRST_LINE = "-----BEGIN CERTIFICATE-----";

    /// The server's own certificate, which is the first.
    public X509Certificate own() throws CertificateException {
        int start = Math.max(0, certificate.indexOf(FIRST_LINE));
        byte[] pem = certificate.substring(start).getBytes(US_ASCII);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem));
    }

    /// Whether the key is that of the server's own certificate: what it signs is shown to be signed
    /// by whom the certificate is of.
    ///
    /// @throws GeneralSecurityException when a server can not read them, or they are of two kinds
    public boolean isPair() throws GeneralSecurityException {
        PublicKey shown = own().getPublicKey();
        PrivateKey secret = readKey(shown.getAlgorithm());
        Signature signature = Signature.getInstance(signatureOf(shown.getAlgorithm()));
        signature.initSign(secret);
        byte[] signed = signature.sign();
        signature.initVerify(shown);
        return signature.verify(signed);
    }

    private static String signatureOf(String algorithm) {
        return switch (algorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> algorithm;
        };
    }

    /// As Vert.x reads it, which does so in memory.
    @SuppressWarnings("NullAway")
    private PrivateKey readKey(String algorithm) throws GeneralSecurityException {
        try {
            for (KeyManager each : pair().getKeyManagerFactory(null).getKeyManagers()) {
                X509KeyManager manager = (X509KeyManager) each;
                for (String alias : manager.getServerAliases(algorithm, null)) {
                    return manager.getPrivateKey(alias);
                }
            }
        } catch (Exception e) {
            throw new GeneralSecurityException(e.getMessage(), e);
        }
        throw new GeneralSecurityException("no key of " + algorithm);
    }

    private PemKeyCertOptions pair() {
        return new PemKeyCertOptions().addCertValue(buffer(certificate)).addKeyValue(buffer(key));
    }

    void applyTo(HttpServerOptions options) {
        options.setSsl(true).setUseAlpn(true).setKeyCertOptions(pair());
        if (clientAuthority != null) {
            options.setClientAuth(ClientAuth.REQUIRED)
                    .setTrustOptions(new PemTrustOptions().addCertValue(buffer(clientAuthority)));
        }
    }

    ServerSSLOptions options() {
        HttpServerOptions options = new HttpServerOptions();
        applyTo(options);
        return options.getSslOptions();
    }

    private static Buffer buffer(String pem) {
        return Buffer.buffer(pem.getBytes(US_ASCII));
    }

    /// Leaves the key out.
    @Override
    public String toString() {
        return "Tls";
    }
}
