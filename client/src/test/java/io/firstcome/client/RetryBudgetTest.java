package io.firstcome.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private final RetryBudget budget = new RetryBudget(10);

    @Test
    void allowsRetriesUntilHalfOfItIsSpent() {
        for (int failure = 1; failure <= 4; failure++) {
            assertThat(budget.failed()).isTrue();
        }
        assertThat(budget.failed()).isFalse();
    }

    @Test
    void tenAnswersPayForOneRetry() {
        spend(5);
        answer(10);
        assertThat(budget.failed()).isFalse();
        answer(11);
        assertThat(budget.failed()).isTrue();
    }

    @Test
    void holdsNoMoreThanWhenItWasFull() {
        answer(1_000);
        spend(4);
        assertThat(budget.failed()).isFalse();
    }

    @Test
    void owesNothingAfterALongOutage() {
        spend(1_000);
        answer(61);
        assertThat(budget.failed()).isTrue();
    }

    private void spend(int failures) {
        for (int i = 0; i < failures; i++) {
            boolean _ = budget.failed();
        }
    }

    private void answer(int answers) {
        for (int i = 0; i < answers; i++) {
            budget.answered();
        }
    }
}
