package io.firstcome.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.random.RandomGenerator;

class ApiKeySecretTest {
    @Test
    void aNewOneHasAPrefixAnd256RandomBits() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        String text = ApiKeySecret.make(random).text();
        assertThat(text).matches("firstcome_[A-Za-z0-9_-]{43}");
        assertThat(ApiKeySecret.make(random).text()).isNotEqualTo(text);
    }

    /// SHA-256 of "abc", from FIPS 180-2, appendix B.1.
    @Test
    void whatIsKeptIsItsSha256() {
        assertThat(new ApiKeySecret("abc").hash())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void itIsNotShownByAccident() {
        assertThat(new ApiKeySecret("abc").toString()).doesNotContain("abc");
    }

    @Test
    void adminsMayDoWhatIssuersMay() {
        assertThat(ApiRole.ADMIN.includes(ApiRole.ISSUER)).isTrue();
        assertThat(ApiRole.ADMIN.includes(ApiRole.ADMIN)).isTrue();
        assertThat(ApiRole.ISSUER.includes(ApiRole.ISSUER)).isTrue();
        assertThat(ApiRole.ISSUER.includes(ApiRole.ADMIN)).isFalse();
    }

    @Test
    void aKeyIsCalledByTheBeginningOfItsHash() {
        String hash = new ApiKeySecret("abc").hash();
        assertThat(new ApiKey(hash, ApiRole.ADMIN, "", 1, null).id()).isEqualTo("ba7816bf8f01");
    }

    @Test
    void aNameIsShortAndOnOneLine() {
        String hash = new ApiKeySecret("abc").hash();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiKey(hash, ApiRole.ADMIN, "a\nb", 1, null))
                .withMessageContaining("without control characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiKey(hash, ApiRole.ADMIN, "x".repeat(101), 1, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiKey("abc", ApiRole.ADMIN, "", 1, null))
                .withMessage("hash: abc (expected: 64 digits)");
    }
}
