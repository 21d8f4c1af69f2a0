package io.firstcome.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.issue.IssueOutcome;
import io.firstcome.core.issue.IssueOutcome.Ended;
import io.firstcome.core.issue.IssueOutcome.Expired;
import io.firstcome.core.issue.IssueOutcome.NotFound;
import io.firstcome.core.issue.IssueOutcome.Unknown;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class MetricsTest {
    private final Metrics metrics = new Metrics();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issued",
                "already_issued",
                "not_started",
                "ended",
                "paused",
                "sold_out",
                "not_found",
                "overloaded",
                "expired",
                "unavailable",
                "unknown"
            })
    void everyOutcomeIsShownBeforeItHappens(String outcome) {
        assertThat(metrics.scrape()).contains(count(outcome, 0));
    }

    @Test
    void outcomesOfEachKindAreCounted() {
        List<IssueOutcome> outcomes =
                List.of(new NotFound(), new Ended(1), new Expired(), new Unknown());
        outcomes.forEach(outcome -> metrics.answered(outcome, 1_000));
        assertThat(metrics.scrape())
                .contains(count("not_found", 1), count("ended", 1))
                .contains(count("expired", 1), count("unknown", 1), count("issued", 0));
    }

    private static String count(String outcome, int count) {
        return "firstcome_issue_seconds_count{outcome=\"" + outcome + "\"} " + count + "\n";
    }
}
