package io.firstcome.testkit;

import org.junit.jupiter.api.Test;

/// Random sequences of everything a ledger does, each compared with the oracle step by step.
///
/// `-Dfirstcome.seeds=5000` runs more of them. A failure names its seed and its last steps.
abstract class RandomSequencesContract extends LedgerTopic {
    private static final int SEEDS = Integer.getInteger("firstcome.seeds", 250);

    RandomSequencesContract(LedgerFactory factory) {
        super(factory);
    }

    @Test
    void everyRandomSequenceIsAnsweredAsTheOracleSays() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            new RandomSequence(this, seed).run();
        }
    }
}
