package io.firstcome.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class TargetTest {
    private static final URI ADMIN = URI.create("https://admin.example:8081/base");

    @ParameterizedTest
    @ValueSource(strings = {"http://a:1", "https://a:1", "https://a"})
    void bothMayBeBehindTls(String url) {
        Target target = new Target(ADMIN, URI.create(url), null);
        assertThat(target.adminUrl()).isEqualTo(ADMIN);
        assertThat(target.issueUrl()).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a:1", "http:/a", "https://a:1/base", "http://a:1/base", "a"})
    void whereTheLoadCanNotGoIsRefused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target(ADMIN, URI.create(url), null))
                .withMessageStartingWith("issueUrl: " + url + " (expected: http://host:port");
    }
}
