package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.issue.IssueOutcome.AlreadyIssued;
import io.firstcome.core.issue.IssueOutcome.Ended;
import io.firstcome.core.issue.IssueOutcome.Issued;
import io.firstcome.core.issue.IssueOutcome.NotStarted;
import io.firstcome.core.issue.IssueOutcome.Paused;
import io.firstcome.core.issue.IssueOutcome.SoldOut;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Thousands of random acts on several campaigns, each compared with the oracle.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class RandomSequencesTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void everyRequestIsAnsweredAsIfOneCameAfterTheOther(int seed) {
        RandomPlay play = new RandomPlay(seed);
        play.run(2_500);
        assertThat(play.kindsSeen())
                .containsOnly(
                        Issued.class,
                        AlreadyIssued.class,
                        NotStarted.class,
                        Paused.class,
                        SoldOut.class,
                        Ended.class);
    }
}
