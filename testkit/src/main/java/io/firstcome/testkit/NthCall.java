package io.firstcome.testkit;

import java.util.concurrent.atomic.AtomicInteger;

/// The plan by which the n-th call fails, counted from when it is armed.
final class NthCall implements FaultPlan {
    /// How the n-th call fails.
    enum Mode {
        /// It does nothing and fails.
        BEFORE,
        /// It takes effect and fails.
        AFTER,
        /// It does nothing and fails, and so does every later one, as when the store is gone.
        FOR_GOOD
    }

    private final int n;
    private final Mode mode;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean isArmed;
    private volatile String failed = "nothing";

    NthCall(int n, Mode mode) {
        this.n = n;
        this.mode = mode;
    }

    void arm() {
        isArmed = true;
    }

    void disarm() {
        isArmed = false;
    }

    /// Whether there was an n-th call.
    boolean isReached() {
        return calls.get() >= n;
    }

    @Override
    public Fault next(String call) {
        if (!isArmed) {
            return Fault.NONE;
        }
        int count = calls.incrementAndGet();
        if (count == n) {
            failed = call;
        }
        return faultOf(call, count);
    }

    private Fault faultOf(String call, int count) {
        if (count < n || (count > n && mode != Mode.FOR_GOOD)) {
            return Fault.NONE;
        }
        // What is closed is closed, even when the store is gone.
        return mode == Mode.AFTER || call.endsWith("close") ? Fault.AFTER : Fault.BEFORE;
    }

    @Override
    public String toString() {
        return "call %d, %s, fails %s".formatted(n, failed, mode);
    }
}
