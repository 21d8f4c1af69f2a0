package io.firstcome.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignTermsTest {
    private static final Window WINDOW = Window.from(0);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000_000_000})
    void case11_aQuantityIsALimit(int quantity) {
        CampaignTerms terms = new CampaignTerms("name", quantity, WINDOW);
        assertThat(terms.quantityMax()).isEqualTo(quantity);
        assertThat(terms.isUnlimited()).isFalse();
    }

    @Test
    void case11_noQuantityIsUnlimitedUpToTheLargest() {
        CampaignTerms terms = new CampaignTerms("name", CampaignTerms.UNLIMITED, WINDOW);
        assertThat(terms.isUnlimited()).isTrue();
        assertThat(terms.quantityMax()).isEqualTo(1_000_000_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, 1_000_000_001, Integer.MAX_VALUE})
    void case11_aNegativeQuantityOrOneAboveTheLargestIsRefused(int quantity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CampaignTerms("name", quantity, WINDOW))
                .withMessage("quantity: %d (expected: 1 to 1000000000)", quantity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "여름 선착순 쿠폰", "🎟️ '\"%_\\", " padded ", "=1+1"})
    void anyTextOfOneLineIsAName(String name) {
        assertThat(new CampaignTerms(name, 1, WINDOW).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "a\nb", "\0", "\u0085", "\ud83c", "a\udf9f"})
    void aNameIsNotBlankAndHasNoControlCharactersOrHalves(String name) {
        assertThat(CampaignTerms.isValidName(name)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CampaignTerms(name, 1, WINDOW))
                .withMessageStartingWith("name: ");
    }

    @Test
    void theLongestNameHas100Characters() {
        assertThat(CampaignTerms.isValidName("가".repeat(100))).isTrue();
        assertThat(CampaignTerms.isValidName("🎟".repeat(100))).isTrue();
        assertThat(CampaignTerms.isValidName("가".repeat(101))).isFalse();
    }
}
