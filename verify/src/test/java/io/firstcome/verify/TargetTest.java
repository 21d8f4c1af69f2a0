package io.firstcome.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class TargetTest {
    private static final URI ADMIN = URI.create("https://admin.example:8081/base");

    @Test
    void theAdminApiMayBeBehindTls() {
        assertThat(new Target(ADMIN, URI.create("http://a:1"), null).adminUrl()).isEqualTo(ADMIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a:1", "http:/a", "http://a:1/base", "a"})
    void whereTheLoadCanNotGoIsRefused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Target(ADMIN, URI.create(url), null))
                .withMessageStartingWith("issueUrl: " + url + " (expected: http://host:port");
    }
}
