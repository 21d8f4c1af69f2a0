package io.firstcome.server.place;

import io.firstcome.server.place.Scheduler.Policy;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.BitSet;

/// Where the threads of a server run: each event loop on a processor of its own, and when it wakes
/// it takes the processor from nobody, so that what comes in meanwhile is served together. The
/// committer is free to run where there is room.
///
/// That is so on Linux and where this process may use all the processors it sees; elsewhere, as
/// with a quota of a part of the machine, all threads run where the system puts them.
public final class Placement {
    private static final Logger LOG = System.getLogger(Placement.class.getName());

    private static final Placement OF_THIS_PROCESS = ofThisProcess();

    private final @Nullable Scheduler scheduler;
    private final BitSet processors;

    private Placement(@Nullable Scheduler scheduler, BitSet processors) {
        this.scheduler = scheduler;
        this.processors = processors;
    }

    /// Called before any thread has a place.
    private static Placement ofThisProcess() {
        try {
            Scheduler scheduler = new Scheduler();
            BitSet processors = scheduler.processors();
            boolean isAll = processors.cardinality() == Runtime.getRuntime().availableProcessors();
            return new Placement(isAll ? scheduler : null, processors);
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "threads run where the system puts them", e);
            return new Placement(null, new BitSet());
        }
    }

    /// Gives this thread the place of an event loop.
    ///
    /// @param number which of them it is, from 0
    public static void takeEventLoop(int number) {
        OF_THIS_PROCESS.take(OF_THIS_PROCESS.processor(number), Policy.BATCH);
    }

    private BitSet processor(int number) {
        int[] all = processors.stream().toArray();
        BitSet one = new BitSet();
        if (all.length > 0) {
            one.set(all[number % all.length]);
        }
        return one;
    }

    /// Has this thread run where the system puts it: one that has a place, or that was started by
    /// one.
    public static void leave() {
        OF_THIS_PROCESS.take(OF_THIS_PROCESS.processors, Policy.OTHER);
    }

    private void take(BitSet where, Policy policy) {
        if (scheduler == null) {
            return;
        }
        try {
            scheduler.setProcessors(where);
            scheduler.setPolicy(policy);
        } catch (IllegalStateException e) {
            LOG.log(Level.DEBUG, "a thread runs where the system puts it", e);
        }
    }
}
