package io.firstcome.server.place;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;

/// What Linux lets a thread say of itself: on which processors it may run (`sched_setaffinity(2)`),
/// and how (`sched_setscheduler(2)`).
///
/// Every method throws [IllegalStateException] when the system refuses.
final class Scheduler {
    /// How a thread runs.
    enum Policy {
        /// When it wakes, a thread that has run for longer makes room for it.
        OTHER(0),
        /// When it wakes, it waits until the processor is free or it is its turn.
        BATCH(3);

        private final int number;

        Policy(int number) {
            this.number = number;
        }
    }

    private static final int THIS_THREAD = 0;

    /// Of 1,024 processors, as many as the C library's own sets.
    private static final int SET_BYTES = 128;

    private final MethodHandle getAffinity;
    private final MethodHandle setAffinity;
    private final MethodHandle setScheduler;

    Scheduler() {
        getAffinity = function("sched_getaffinity", JAVA_LONG);
        setAffinity = function("sched_setaffinity", JAVA_LONG);
        setScheduler = function("sched_setscheduler", JAVA_INT);
    }

    @SuppressWarnings("restricted") // the launcher allows native access
    private static MethodHandle function(String name, MemoryLayout second) {
        Linker linker = Linker.nativeLinker();
        MemorySegment address =
                linker.defaultLookup()
                        .find(name)
                        .orElseThrow(() -> new IllegalStateException(name + ": not there"));
        return linker.downcallHandle(
                address, FunctionDescriptor.of(JAVA_INT, JAVA_INT, second, ADDRESS));
    }

    /// The processors on which this thread may run.
    BitSet processors() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment set = arena.allocate(SET_BYTES);
            int known = (int) getAffinity.invokeExact(THIS_THREAD, (long) SET_BYTES, set);
            require("sched_getaffinity", known);
            return BitSet.valueOf(set.toArray(ValueLayout.JAVA_LONG));
        } catch (Throwable e) {
            throw refused(e);
        }
    }

    /// Has this thread, and those it starts, run on these processors.
    void setProcessors(BitSet processors) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment set = arena.allocate(SET_BYTES);
            set.copyFrom(MemorySegment.ofArray(processors.toLongArray()));
            int result = (int) setAffinity.invokeExact(THIS_THREAD, (long) SET_BYTES, set);
            require("sched_setaffinity", result);
        } catch (Throwable e) {
            throw refused(e);
        }
    }

    /// Has this thread, and those it starts, run so.
    void setPolicy(Policy policy) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment noPriority = arena.allocate(JAVA_INT);
            int result = (int) setScheduler.invokeExact(THIS_THREAD, policy.number, noPriority);
            require("sched_setscheduler", result);
        } catch (Throwable e) {
            throw refused(e);
        }
    }

    private static void require(String function, int result) {
        if (result < 0) {
            throw new IllegalStateException(function + ": " + result);
        }
    }

    private static IllegalStateException refused(Throwable e) {
        return e instanceof IllegalStateException refusal ? refusal : new IllegalStateException(e);
    }
}
