package io.firstcome.connect.vertx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstcome.connect.Orders;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

class TlsTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() throws Exception {
        get(vertx.close());
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static ConnectServer server(@Nullable String clientAuthority) throws IOException {
        return ConnectServer.builder(Orders.placing((_, order, reply) -> reply.ok(order)))
                .tls(
                        new Tls(
                                Certificates.SERVER_CERTIFICATE,
                                Certificates.SERVER_KEY,
                                clientAuthority))
                .listen("127.0.0.1", 0);
    }

    private static HttpClientOptions options(HttpVersion version, String trusted) {
        return new HttpClientOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setProtocolVersion(version)
                .setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(trusted)));
    }

    private static HttpClientOptions showing(String certificate, String key) {
        return options(HttpVersion.HTTP_2, Certificates.SERVER_CERTIFICATE)
                .setKeyCertOptions(
                        new PemKeyCertOptions()
                                .addCertValue(Buffer.buffer(certificate))
                                .addKeyValue(Buffer.buffer(key)));
    }

    private HttpClientResponse call(ConnectServer server, HttpClientOptions options)
            throws Exception {
        HttpClient client = vertx.createHttpClient(options);
        HttpClientRequest request =
                get(client.request(HttpMethod.POST, server.port(), "localhost", Orders.PLACE));
        return get(request.putHeader("content-type", "application/json").send("{}"));
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpVersion.class,
            names = {"HTTP_1_1", "HTTP_2"})
    void servesTheVersionThatTheClientAsksFor(HttpVersion version) throws Exception {
        try (ConnectServer server = server(null)) {
            HttpClientResponse response =
                    call(server, options(version, Certificates.SERVER_CERTIFICATE));
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.version()).isEqualTo(version);
        }
    }

    @Test
    void servesHttp1ToClientsWithoutAlpn() throws Exception {
        try (ConnectServer server = server(null)) {
            HttpClientOptions options =
                    options(HttpVersion.HTTP_1_1, Certificates.SERVER_CERTIFICATE)
                            .setUseAlpn(false);
            assertThat(call(server, options).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void provesItself() throws Exception {
        try (ConnectServer server = server(null)) {
            HttpClientOptions options =
                    options(HttpVersion.HTTP_2, Certificates.STRANGER_CERTIFICATE);
            assertThatThrownBy(() -> call(server, options))
                    .isInstanceOf(ExecutionException.class)
                    .hasMessageContaining("SSLHandshakeException");
        }
    }

    @Test
    void provesItselfAnewWhenItIsRenewed() throws Exception {
        try (ConnectServer server = server(null)) {
            HttpClientOptions before = options(HttpVersion.HTTP_2, Certificates.SERVER_CERTIFICATE);
            HttpClientOptions after =
                    options(HttpVersion.HTTP_2, Certificates.STRANGER_CERTIFICATE);
            assertThat(call(server, before).statusCode()).isEqualTo(200);
            server.renew(
                    new Tls(Certificates.STRANGER_CERTIFICATE, Certificates.STRANGER_KEY, null));
            HttpClientResponse response = call(server, after);
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.version()).isEqualTo(HttpVersion.HTTP_2);
            assertThatThrownBy(() -> call(server, before)).isInstanceOf(ExecutionException.class);
        }
    }

    @Test
    void whatCanNotBeUsedChangesNothing() throws Exception {
        try (ConnectServer server = server(null)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> server.renew(new Tls("no certificate", "no key", null)))
                    .withMessageStartingWith("tls: can not be used");
            HttpClientOptions options =
                    options(HttpVersion.HTTP_2, Certificates.SERVER_CERTIFICATE);
            assertThat(call(server, options).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void speaksNothingElse() throws Exception {
        try (ConnectServer server = server(null);
                RawConnection plain = new RawConnection(server.port())) {
            plain.send(RawConnection.request("{}"));
            assertThatThrownBy(plain::read).isInstanceOf(IOException.class);
        }
    }

    @Test
    void letsInClientsThatAreVouchedFor() throws Exception {
        try (ConnectServer server = server(Certificates.CLIENT_CERTIFICATE)) {
            HttpClientOptions known =
                    showing(Certificates.CLIENT_CERTIFICATE, Certificates.CLIENT_KEY);
            assertThat(call(server, known).statusCode()).isEqualTo(200);
            HttpClientOptions stranger =
                    showing(Certificates.STRANGER_CERTIFICATE, Certificates.STRANGER_KEY);
            assertThatThrownBy(() -> call(server, stranger)).isInstanceOf(ExecutionException.class);
            HttpClientOptions unknown =
                    options(HttpVersion.HTTP_2, Certificates.SERVER_CERTIFICATE);
            assertThatThrownBy(() -> call(server, unknown)).isInstanceOf(ExecutionException.class);
            assertThat(call(server, known).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void keepsItsKeyToItself() {
        assertThat(new Tls("certificate", "secret", null).toString()).doesNotContain("secret");
    }
}
