package io.firstcome.server.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;

import io.firstcome.connect.RpcError;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ErrorsTest {
    @Test
    void whatWasNotAttemptedSaysSoAndItsHintsAreSpread() {
        for (Supplier<RpcError> error :
                List.<Supplier<RpcError>>of(Errors::overloaded, Errors::unavailable)) {
            List<RpcError> said = Stream.generate(error).limit(100).toList();
            assertThat(said).allMatch(ErrorsTest::isNotAttempted);
            assertThat(said.stream().map(ErrorsTest::hint).collect(Collectors.toSet()))
                    .hasSizeGreaterThan(2);
        }
        assertThat(isNotAttempted(Errors.expired())).isTrue();
    }

    private static boolean isNotAttempted(RpcError error) {
        ErrorInfo info = Objects.requireNonNull(error.detail(ErrorInfo.class));
        return "true".equals(info.getMetadataMap().get("notAttempted"));
    }

    private static RetryInfo hint(RpcError error) {
        return Objects.requireNonNull(error.detail(RetryInfo.class));
    }

    @Test
    void anErrorThatSaysJustItsReasonIsMadeOnce() {
        for (Reason reason : Reason.values()) {
            assertThat(Errors.of(reason)).isSameAs(Errors.of(reason));
            assertThat(Errors.reasonOf(Errors.of(reason))).isEqualTo(reason);
        }
    }

    @Test
    void foreignTextIsCutBetweenItsCharacters() {
        String text = "x" + "🦊".repeat(100);
        assertThatExceptionOfType(RpcException.class)
                .isThrownBy(() -> Arguments.campaignId(text))
                .satisfies(e -> assertThat(e.error().message()).contains("🦊…\""))
                .satisfies(e ->
                        assertThat(UTF_8.newEncoder().canEncode(e.error().message())).isTrue());
    }
}
