package io.firstcome.drills;

import io.firstcome.check.Ask;
import io.firstcome.check.Checker;
import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.check.History;
import io.firstcome.check.Outcome;
import io.firstcome.check.Refusal;
import io.firstcome.check.Verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/// What is done to processes while a drop goes on.
@FunctionalInterface
interface Fault {
    /// Does it, and leaves everything running.
    ///
    /// @param over open when the drop is over, which is the time to end
    void strike(CountDownLatch over) throws InterruptedException;

    /// A drop, held by whoever waits for its verdict.
    @FunctionalInterface
    interface Drop {
        Verdict hold() throws InterruptedException;
    }

    /// Holds a drop while this strikes; an `IllegalStateException` when that goes wrong.
    default Verdict during(Drop drop) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        FutureTask<Void> striking =
                new FutureTask<>(() -> {
                    strike(over);
                    return null;
                });
        Thread.ofPlatform().name("fault").daemon().start(striking);
        Verdict verdict;
        try {
            verdict = drop.hold();
        } finally {
            over.countDown();
        }
        join(striking);
        return verdict;
    }

    /// What is found in a drop, and whether it was one with the fault: without it nothing is
    /// proved.
    ///
    /// @param evidence of what was seen of the fault
    static List<Finding> judge(History history, boolean wasThere, String evidence) {
        List<Finding> findings = new ArrayList<>(Checker.check(history));
        Result result = wasThere ? Result.PASS : Result.FAIL;
        findings.add(new Finding("The fault was there", result, evidence));
        return findings;
    }

    /// How many asks no database was there to decide, or to say that it had.
    static long notDecided(History history) {
        return history.asks().stream().map(Ask::outcome).filter(Fault::isOpen).count();
    }

    private static boolean isOpen(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unknown _ -> true;
            case Outcome.Refused(Refusal why) -> why == Refusal.NOT_ATTEMPTED;
            case Outcome.Issued _, Outcome.Unexpected _ -> false;
        };
    }

    /// Waits for its end; an `IllegalStateException` when it went wrong.
    static void join(Future<?> striking) throws InterruptedException {
        try {
            striking.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the fault went wrong", e.getCause());
        }
    }
}
