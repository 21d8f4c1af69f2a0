package io.firstcome.connect.vertx;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.ServerSSLOptions;

import org.jspecify.annotations.Nullable;

/// What a server proves itself with, and what it asks its clients to, all in PEM.
///
/// @param certificate of the server, with those that vouch for it
/// @param key private, of the certificate, not encrypted
/// @param clientAuthority that vouches for clients, which then have to show a certificate; null to
///   let in clients without one
public record Tls(String certificate, String key, @Nullable String clientAuthority) {
    void applyTo(HttpServerOptions options) {
        options.setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(
                        new PemKeyCertOptions()
                                .addCertValue(buffer(certificate))
                                .addKeyValue(buffer(key)));
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
