package io.firstcome.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.api.admin.v1.WatchCampaignResponse;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.server.Node;
import io.firstcome.server.error.Reason;
import io.firstcome.testkit.InMemoryLedger;
import io.firstcome.testkit.TestClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.OptionalLong;

class CampaignWatchTest {
    private final TestClock clock = LookingOn.clock();
    private final RecordedResponses<WatchCampaignResponse> told = new RecordedResponses<>();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsDeletedAsItEndsIsNotFound(boolean isAnotherThere) {
        InMemoryLedger ledger = new InMemoryLedger(clock);
        try (Node node = LookingOn.node(ledger)) {
            Campaign watched = LookingOn.campaign(node, "first", 10);
            if (isAnotherThere) {
                LookingOn.campaign(node, "second", 10);
            }
            CampaignWatch watch = new CampaignWatch(node, watched, told);
            ledger.deleteDurably(watched.id(), OptionalLong.empty());
            clock.step(10);
            assertThat(watch.look()).isFalse();
            assertThat(told.sent).isEmpty();
            assertThat(told.errors).containsExactly(Reason.NOT_FOUND);
        }
    }

    @Test
    void theEndIsToldLast() {
        try (Node node = LookingOn.node(new InMemoryLedger(clock))) {
            Campaign watched = LookingOn.campaign(node, "first", 10);
            clock.step(10);
            assertThat(new CampaignWatch(node, watched, told).look()).isFalse();
            assertThat(told.sent).hasSize(1);
            assertThat(told.errors).isEmpty();
        }
    }
}
