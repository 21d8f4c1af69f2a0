package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.firstcome.core.issue.IssueOutcome.AlreadyIssued;
import io.firstcome.core.issue.IssueOutcome.Expired;
import io.firstcome.core.issue.IssueOutcome.Issued;
import io.firstcome.core.issue.IssueOutcome.Unavailable;
import io.firstcome.core.issue.IssueOutcome.Unknown;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.HashSet;
import java.util.Set;

/// Whatever fails and wherever a node stops, everybody is answered once and every coupon stays.
@Timeout(value = 60, threadMode = SEPARATE_THREAD)
class RestartTest {
    private static final int SEEDS = 25;

    @Test
    void noRequestAndNoCouponIsLostOrDoubledWhenNodesFailAndStopWhilePeopleAsk() {
        Set<Class<?>> kindsSeen = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            RestartPlay play = new RestartPlay(seed);
            play.run();
            kindsSeen.addAll(play.kindsSeen());
        }
        assertThat(kindsSeen)
                .contains(
                        Issued.class,
                        AlreadyIssued.class,
                        Unknown.class,
                        Expired.class,
                        Unavailable.class);
    }
}
