package io.firstcome.testkit.issue;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Coupon;
import io.firstcome.core.issue.IssueOutcome;
import io.firstcome.core.issue.IssueOutcome.AlreadyIssued;
import io.firstcome.core.issue.IssueOutcome.Issued;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// What was answered to one request, and how often.
final class Reply implements Consumer<IssueOutcome> {
    final CampaignId campaign;
    final UserId user;
    private final CompletableFuture<IssueOutcome> first = new CompletableFuture<>();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile Runnable whenTaken = () -> {};

    Reply(CampaignId campaign, UserId user) {
        this.campaign = campaign;
        this.user = user;
    }

    @Override
    public void accept(IssueOutcome outcome) {
        answers.incrementAndGet();
        first.complete(outcome);
        whenTaken.run();
    }

    /// Has `act` done by whoever answers, when the outcome is taken.
    Reply whenTaken(Runnable act) {
        whenTaken = act;
        return this;
    }

    boolean isThere() {
        return first.isDone();
    }

    int answers() {
        return answers.get();
    }

    /// The outcome; waits for it.
    IssueOutcome outcome() {
        assertThat(first).as("answer to %s", user).succeedsWithin(30, SECONDS);
        return first.join();
    }

    /// The outcome, which must be there without waiting.
    IssueOutcome atOnce() {
        assertThat(first).as("answer to %s", user).isDone();
        return first.join();
    }

    /// The coupon that this request was issued.
    Coupon issued() {
        assertThat(outcome()).as("answer to %s", user).isInstanceOf(Issued.class);
        return ((Issued) outcome()).coupon();
    }

    /// The ordinal of the coupon that this request was issued.
    int ordinal() {
        return issued().issuance().ordinal();
    }

    /// The coupon that the user held before this request.
    Coupon held() {
        assertThat(outcome()).as("answer to %s", user).isInstanceOf(AlreadyIssued.class);
        return ((AlreadyIssued) outcome()).coupon();
    }
}
