package io.firstcome.connect.conformance;

import connectrpc.conformance.v1.Service.ConformancePayload;
import connectrpc.conformance.v1.Service.Error;
import connectrpc.conformance.v1.Service.Header;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/// Performs the steps of one call's answer, one after the other, each after its delay. Not
/// thread-safe: the timer's tasks run on the thread that calls the methods.
public final class Playback {
    /// The answer of a call, as a server of RPCs lets a handler give it.
    public interface Answer {
        /// Sets the headers; sends them at once if so asked.
        void start(List<Header> headers, boolean isSentNow);

        void respond(ConformancePayload payload);

        /// Ends it.
        ///
        /// @param error null for success
        void end(List<Header> trailers, @Nullable Error error);
    }

    /// Runs tasks later.
    @FunctionalInterface
    public interface Timer {
        void runAfter(long millis, Runnable task);
    }

    private final Answer answer;
    private final Timer timer;
    private final Queue<Step> steps = new ArrayDeque<>();
    private boolean isWaiting;
    private boolean isStopped;

    public Playback(Answer answer, Timer timer) {
        this.answer = answer;
        this.timer = timer;
    }

    /// Performs steps after those that were added before.
    public void add(List<Step> more) {
        steps.addAll(more);
        if (!isWaiting) {
            performAll();
        }
    }

    /// Performs nothing any more: the caller is gone, or no longer waits.
    public void stop() {
        isStopped = true;
        steps.clear();
    }

    private void performAll() {
        Step step = steps.poll();
        while (step != null) {
            long delayMillis = delayMillis(step);
            if (delayMillis > 0) {
                performLater(step, delayMillis);
                return;
            }
            perform(step);
            step = steps.poll();
        }
    }

    private void performLater(Step step, long delayMillis) {
        isWaiting = true;
        timer.runAfter(
                delayMillis,
                () -> {
                    isWaiting = false;
                    if (!isStopped) {
                        perform(step);
                        performAll();
                    }
                });
    }

    private static long delayMillis(Step step) {
        return switch (step) {
            case Step.Start _ -> 0;
            case Step.Response response -> response.delayMillis();
            case Step.End end -> end.delayMillis();
        };
    }

    private void perform(Step step) {
        switch (step) {
            case Step.Start start -> answer.start(start.headers(), start.isSentNow());
            case Step.Response response -> answer.respond(response.payload());
            case Step.End end -> answer.end(end.trailers(), end.error());
        }
    }
}
