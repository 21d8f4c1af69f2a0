package io.firstcome.core.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Sequencer.Admission;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class SequencerTest {
    private final Sequencer sequencer = new Sequencer(3);

    @Test
    void tellsOfTheQueueOnlyWhenItWasEmpty() {
        assertThat(offer("a")).isEqualTo(Admission.QUEUED_FIRST);
        assertThat(offer("b")).isEqualTo(Admission.QUEUED);
        takeAll();
        assertThat(offer("c")).isEqualTo(Admission.QUEUED_FIRST);
    }

    @Test
    void refusesTheNewestWhenFullAndKeepsTheOrderOfThoseInside() {
        offer("a");
        offer("b");
        offer("c");
        assertThat(offer("d")).isEqualTo(Admission.FULL);
        assertThat(takeAll()).containsExactly("a", "b", "c");
    }

    @Test
    void takesTheOldestFirstAndSaysThatOthersWait() {
        offer("a");
        offer("b");
        offer("c");
        List<IssueRequest> taken = new ArrayList<>();
        assertThat(sequencer.takeInto(taken, 2)).isTrue();
        assertThat(names(taken)).containsExactly("a", "b");
        assertThat(offer("d")).isEqualTo(Admission.QUEUED);
        assertThat(takeAll()).containsExactly("c", "d");
    }

    @Test
    void hasRoomAgainForWhatWasTaken() {
        for (int i = 0; i < 100; i++) {
            assertThat(offer("user" + i)).isNotEqualTo(Admission.FULL);
            assertThat(takeAll()).containsExactly("user" + i);
        }
    }

    @Test
    void anEmptiedQueueKeepsNoMemoryOfHowLongItWas() {
        IssueRequest request = new IssueRequest(new UserId("a"), 0, 1, outcome -> {});
        long before = usedBytes();
        List<Sequencer> emptied = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            emptied.add(emptied(request, 8_192));
        }
        // Their lists alone would take 32 megabytes.
        assertThat(usedBytes() - before).isLessThan(8_000_000);
        assertThat(emptied).hasSize(1_000);
    }

    private static Sequencer emptied(IssueRequest request, int length) {
        Sequencer sequencer = new Sequencer(length);
        for (int i = 0; i < length; i++) {
            sequencer.offer(request);
        }
        while (sequencer.takeInto(new ArrayList<>(), 1_024)) {}
        return sequencer;
    }

    private static long usedBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private Admission offer(String user) {
        return sequencer.offer(new IssueRequest(new UserId(user), 0, 1, outcome -> {}));
    }

    private List<String> takeAll() {
        List<IssueRequest> taken = new ArrayList<>();
        assertThat(sequencer.takeInto(taken, Integer.MAX_VALUE)).isFalse();
        return names(taken);
    }

    private static List<String> names(List<IssueRequest> requests) {
        return requests.stream().map(request -> request.user().value()).toList();
    }
}
