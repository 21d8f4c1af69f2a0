package io.firstcome.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.rpc.Code;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

class RetryPolicyTest {
    private static final RetryPolicy POLICY =
            RetryPolicy.DEFAULT.withDelays(Duration.ofMillis(50), Duration.ofMillis(300));
    private static final Failure LOST = Failures.of(Code.UNAVAILABLE, "OUTCOME_UNKNOWN");

    @ParameterizedTest
    @CsvSource({"1, 50", "2, 100", "3, 200", "4, 300", "5, 300", "62, 300", "2000000000, 300"})
    void theWaitIsAnythingUpToACeilingThatDoubles(int attempts, long ceilingMillis) {
        RandomGenerator random = new Random(42);
        long ceiling = Duration.ofMillis(ceilingMillis).toNanos();

        long[] delays =
                LongStream.generate(() -> POLICY.delayNanos(attempts, LOST, random))
                        .limit(2_000)
                        .toArray();

        assertThat(LongStream.of(delays).min().orElseThrow()).isBetween(0L, ceiling / 50);
        assertThat(LongStream.of(delays).max().orElseThrow())
                .isBetween(ceiling - ceiling / 50, ceiling);
        assertThat(LongStream.of(delays).average().orElseThrow())
                .isBetween(ceiling * 0.45, ceiling * 0.55);
    }

    @Test
    void theLongestDelayThereIsDoesNotOverflow() {
        Duration century = Duration.ofDays(36_500);
        RetryPolicy patient = POLICY.withDelays(century, century);

        assertThat(patient.delayNanos(90, LOST, new Random(1))).isBetween(0L, century.toNanos());
    }

    @Test
    void theServersHintIsTheLeastWait() {
        RandomGenerator random = new Random(42);
        for (int i = 0; i < 1_000; i++) {
            assertThat(POLICY.delayNanos(1, Failures.overloaded(1_500), random))
                    .isBetween(
                            Duration.ofMillis(1_500).toNanos(), Duration.ofMillis(1_550).toNanos());
        }
    }

    @Test
    void aHintOfLessThanNothingIsNone() {
        assertThat(POLICY.delayNanos(1, Failures.overloaded(-1_000), new Random(1)))
                .isBetween(0L, Duration.ofMillis(50).toNanos());
    }

    @ParameterizedTest
    @CsvSource({
        "RESOURCE_EXHAUSTED, SOLD_OUT,        false, false",
        "INVALID_ARGUMENT,   INVALID,         false, false",
        "UNAVAILABLE,        OVERLOADED,      true,  true",
        "DEADLINE_EXCEEDED,  EXPIRED,         true,  true",
        "UNAVAILABLE,        OUTCOME_UNKNOWN, true,  false",
        "DEADLINE_EXCEEDED,  DEADLINE_PASSED, true,  false",
        "INTERNAL,           INTERNAL,        false, false",
    })
    void whatMayHaveBeenDoneIsRepeatedOnlyWhereThatIsSafe(
            Code code, String reason, boolean whenRepeatable, boolean whenNot) {
        Failure failure = Failures.of(code, reason);

        assertThat(RetryPolicy.isWorthRepeating(failure, true)).isEqualTo(whenRepeatable);
        assertThat(RetryPolicy.isWorthRepeating(failure, false)).isEqualTo(whenNot);
    }

    @Test
    void saysWhatIsWrongWithIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POLICY.withMaxAttempts(0))
                .withMessage("maxAttempts: 0 (expected: above 0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POLICY.withAttemptTimeout(Duration.ZERO))
                .withMessage("attemptTimeout: PT0S (expected: above 0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POLICY.withDelays(Duration.ofMillis(2), Duration.ofMillis(1)))
                .withMessage("maxDelay: PT0.001S (expected: at least firstDelay, PT0.002S)");
    }
}
