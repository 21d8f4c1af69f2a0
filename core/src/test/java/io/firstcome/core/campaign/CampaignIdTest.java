package io.firstcome.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "summer-2026", "A.b_c-9", "..", "-"})
    void asciiLettersDigitsAndThreeMarksMakeAnIdentifier(String value) {
        assertThat(CampaignId.isValid(value)).isTrue();
        assertThat(new CampaignId(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "a b", "여름", "é", "a/b", "a%2f", "a\n", "🎟", "１", "'", "a@b", "[", "`",
                "{", ":"
            })
    void anythingElseIsRefused(String value) {
        assertThat(CampaignId.isValid(value)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CampaignId(value))
                .withMessage(
                        "campaignId: %s (expected: 1 to 64 of the characters a-z A-Z 0-9 . _ -)",
                        value);
    }

    @Test
    void theLongestIdentifierHas64Characters() {
        assertThat(CampaignId.isValid("x".repeat(64))).isTrue();
        assertThat(CampaignId.isValid("x".repeat(65))).isFalse();
    }

    @Test
    void identifiersThatDifferInCaseDiffer() {
        assertThat(new CampaignId("drop")).isNotEqualTo(new CampaignId("Drop"));
    }
}
