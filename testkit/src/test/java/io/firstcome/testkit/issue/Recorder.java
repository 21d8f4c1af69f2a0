package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.issue.IssueObserver;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/// Keeps what the committer tells, and lets a test act, or throw, when it is told.
final class Recorder implements IssueObserver {
    record Committed(int requests, long waitNanos, long commitNanos) {}

    record Opened(String campaign, long lagMicros) {}

    final List<Committed> committed = new CopyOnWriteArrayList<>();
    final List<Opened> opened = new CopyOnWriteArrayList<>();
    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    volatile Runnable whenCommitted = () -> {};
    volatile Runnable whenFailed = () -> {};
    private final Semaphore decided = new Semaphore(0);

    @Override
    public void committed(int requests, long waitNanos, long commitNanos) {
        committed.add(new Committed(requests, waitNanos, commitNanos));
        decided.release(requests);
        whenCommitted.run();
    }

    @Override
    public void opened(CampaignId campaign, long lagMicros) {
        opened.add(new Opened(campaign.value(), lagMicros));
    }

    @Override
    public void failed(Throwable failure) {
        failures.add(failure);
        whenFailed.run();
    }

    /// Waits until the committer is done with `requests` more requests.
    void awaitCommitted(int requests) throws InterruptedException {
        assertThat(decided.tryAcquire(requests, 30, SECONDS)).isTrue();
    }

    int requests() {
        return committed.stream().mapToInt(Committed::requests).sum();
    }
}
