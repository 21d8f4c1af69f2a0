package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Whatever call to the store fails, before or after its effect: nothing answered is lost, nothing
/// is issued twice, and after a restart the drop reaches exactly its quantity.
abstract class FaultsContract extends LedgerTopic {
    FaultsContract(LedgerFactory factory) {
        super(factory);
    }

    @Test
    void case19_whicheverCallFailsBeforeItsEffectNothingAnsweredIsLost() {
        failEveryCall(NthCall.Mode.BEFORE);
    }

    @Test
    void case18_whicheverCallFailsAfterItsEffectNothingAnsweredIsLost() {
        failEveryCall(NthCall.Mode.AFTER);
    }

    @Test
    void case19_fromWhicheverCallOnTheStoreIsGoneNothingAnsweredIsLost() {
        failEveryCall(NthCall.Mode.FOR_GOOD);
    }

    /// Runs the same drop again and again, in which another call fails each time, until there is no
    /// such call. The restart after one drop is that before the next, because restarts are slow.
    private void failEveryCall(NthCall.Mode mode) {
        int n = 0;
        NthCall faults;
        NthCall next = new NthCall(1, mode);
        reopen(next);
        do {
            n++;
            faults = next;
            next = new NthCall(n + 1, mode);
            dropUnder(faults, new FaultyDrop(mode + "-" + n), next);
        } while (faults.isReached());
        assertThat(n).as("calls of a drop").isGreaterThan(5);
    }

    private void dropUnder(NthCall faults, FaultyDrop drop, NthCall next) {
        explained(faults, () -> runUnder(faults, drop));
        reopen(next);
        explained(faults, () -> check(drop));
    }

    private void runUnder(NthCall faults, FaultyDrop drop) {
        faults.arm();
        drop.run(ledger());
        faults.disarm();
    }

    private void check(FaultyDrop drop) {
        drop.checkAnswered(ledger());
        drop.checkRefill(ledger());
    }

    private static void explained(NthCall faults, Runnable step) {
        try {
            step.run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("when " + faults, e);
        }
    }

    @Test
    void case04_whicheverCallOfARestartFailsTheNextRestartFindsEverything() {
        FaultyDrop drop = new FaultyDrop("drop");
        drop.run(ledger());
        int n = 1;
        while (isNthCallOfARestartReached(new NthCall(n, NthCall.Mode.BEFORE), drop)) {
            n++;
        }
        check(drop);
    }

    private boolean isNthCallOfARestartReached(NthCall faults, FaultyDrop drop) {
        faults.arm();
        explained(faults, () -> reopenUnder(faults));
        faults.disarm();
        reopen();
        explained(faults, () -> drop.checkAnswered(ledger()));
        return faults.isReached();
    }

    private void reopenUnder(NthCall faults) {
        try {
            reopen(faults);
        } catch (RuntimeException e) {
            if (!faults.isReached()) {
                throw e;
            }
        }
    }
}
