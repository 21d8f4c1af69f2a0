package io.firstcome.testkit.issue;

import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.CampaignFollower;
import io.firstcome.core.ledger.IssueBatch;
import io.firstcome.testkit.FaultPlan;
import io.firstcome.testkit.InMemoryLedger;
import io.firstcome.testkit.TestClock;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// A ledger that keeps which rounds it decided, and lets a test act, or throw, around its own acts,
/// or change its outcomes. What the test does there holds no lock of the ledger.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class WatchedLedger extends InMemoryLedger {
    @SuppressWarnings("UnnecessaryLambda") // a field of functions needs one to begin with
    private static final Runnable NOTHING = () -> {};

    final TestClock time;
    volatile Runnable beforeRound = NOTHING;
    volatile Runnable afterRound = NOTHING;
    volatile Runnable afterChange = NOTHING;
    volatile Runnable beforeHealth = NOTHING;
    volatile Runnable beforeHolders = NOTHING;
    volatile Runnable beforeRehearsal = NOTHING;
    volatile BooleanSupplier quietWork = () -> false;
    volatile UnaryOperator<List<BatchOutcome>> lastWord = UnaryOperator.identity();
    volatile boolean isFollowed = true;
    volatile @Nullable CampaignFollower follower;
    private final List<List<IssueBatch>> rounds = new CopyOnWriteArrayList<>();

    WatchedLedger(TestClock time) {
        this(new Store(), time, FaultPlan.NONE);
    }

    WatchedLedger(Store store, TestClock time, FaultPlan faults) {
        super(store, time, faults);
        this.time = time;
    }

    /// What each call of [#issueDurably] was about.
    List<List<IssueBatch>> rounds() {
        return rounds;
    }

    /// Who asked in each round, campaign by campaign.
    List<List<String>> usersOfRounds() {
        List<List<String>> users = new ArrayList<>();
        for (List<IssueBatch> round : rounds) {
            users.add(
                    round.stream()
                            .flatMap(batch -> batch.users().stream())
                            .map(UserId::value)
                            .toList());
        }
        return users;
    }

    @Override
    public List<BatchOutcome> issueDurably(List<IssueBatch> batches) {
        rounds.add(batches);
        beforeRound.run();
        List<BatchOutcome> outcomes = super.issueDurably(batches);
        afterRound.run();
        return lastWord.apply(outcomes);
    }

    @Override
    public ChangeOutcome changeDurably(CampaignId id, OptionalLong version, CampaignChange change) {
        ChangeOutcome outcome = super.changeDurably(id, version, change);
        afterChange.run();
        return outcome;
    }

    @Override
    public void forEachHolder(long campaignNumber, Consumer<UserId> consumer) {
        beforeHolders.run();
        super.forEachHolder(campaignNumber, consumer);
    }

    @Override
    public boolean doQuietWork() {
        return quietWork.getAsBoolean();
    }

    @Override
    public void rehearse() {
        beforeRehearsal.run();
        super.rehearse();
    }

    @Override
    public void follow(CampaignFollower wish) {
        follower = wish;
    }

    @Override
    public boolean isFollowed() {
        return isFollowed;
    }

    @Override
    public boolean isHealthy() {
        beforeHealth.run();
        return super.isHealthy();
    }

    /// Nothing is in the test's hands any more.
    void letBe() {
        beforeRound = NOTHING;
        afterRound = NOTHING;
        afterChange = NOTHING;
        beforeHealth = NOTHING;
        beforeHolders = NOTHING;
        beforeRehearsal = NOTHING;
        quietWork = () -> false;
        lastWord = UnaryOperator.identity();
    }
}
