package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Random sequences of everything a ledger does, each compared with the oracle step by step, and
/// judged by the checker of servers.
///
/// `-Dfirstcome.seeds=5000` runs more of them. A failure names its seed and its last steps.
abstract class RandomSequencesContract extends LedgerTopic {
    private static final int SEEDS = Integer.getInteger("firstcome.seeds", 250);

    RandomSequencesContract(LedgerFactory factory) {
        super(factory);
    }

    @Test
    void everyRandomSequenceIsAnsweredAsTheOracleSays() {
        int histories = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            histories += new RandomSequence(this, seed).run();
        }
        assertThat(histories).as("histories judged").isGreaterThan(SEEDS);
    }
}
