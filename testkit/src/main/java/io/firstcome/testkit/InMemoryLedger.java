package io.firstcome.testkit;

import io.firstcome.core.access.ApiKeys;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignRules;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.ChangeOutcome.Changed;
import io.firstcome.core.campaign.ChangeOutcome.Deleted;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.code.CodeKey;
import io.firstcome.core.issue.Decision;
import io.firstcome.core.issue.Holders;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.BatchOutcome.CampaignGone;
import io.firstcome.core.ledger.BatchOutcome.Decided;
import io.firstcome.core.ledger.CreateOutcome;
import io.firstcome.core.ledger.CreateOutcome.Created;
import io.firstcome.core.ledger.IssueBatch;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.core.ledger.LedgerException;
import io.firstcome.core.ledger.UserCoupon;
import io.firstcome.core.time.LedgerClock;
import io.firstcome.core.time.MonotonicClock;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A ledger for tests of what stands above a ledger: it keeps the contract, except that nothing
/// outlives the process. What is durable for others is its [Store] here.
public class InMemoryLedger implements Ledger {
    /// What outlives a ledger: open another one on it to restart.
    public static final class Store {
        final TreeMap<Long, Campaign> campaigns = new TreeMap<>();
        final Map<Long, List<Issuance>> issuances = new HashMap<>();
        final InMemoryKeys keys = new InMemoryKeys();
        long lastNumber;
        long floorMicros;
    }

    final Store store;
    private final FaultPlan faults;
    private final MonotonicClock clock;
    final Map<Long, Map<UserId, Issuance>> holders = new HashMap<>();
    private boolean isHealthy = true;

    /// A ledger without faults on an empty store.
    public InMemoryLedger(InstantSource time) {
        this(new Store(), time, FaultPlan.NONE);
    }

    /// @param store not in use by another ledger
    public InMemoryLedger(Store store, InstantSource time, FaultPlan faults) {
        this.store = store;
        this.faults = faults;
        this.clock = new MonotonicClock(time, store.floorMicros);
        for (Map.Entry<Long, List<Issuance>> entry : store.issuances.entrySet()) {
            remember(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public LedgerClock clock() {
        return clock;
    }

    @Override
    public CodeKey codeKey() {
        return new CodeKey(new byte[16]);
    }

    @Override
    public synchronized List<BatchOutcome> issueDurably(List<IssueBatch> batches) {
        return durably(() -> batches.stream().map(this::issue).toList());
    }

    private BatchOutcome issue(IssueBatch batch) {
        Campaign campaign = store.campaigns.get(batch.campaignNumber());
        if (campaign == null) {
            return new CampaignGone();
        }
        long now = now();
        Decision decision = decide(campaign, now, batch.users(), holdersOf(campaign.number())::get);
        Campaign after = campaign.withIssued(decision.granted().size());
        save(after, decision.granted());
        return new Decided(after, decision.verdicts(), now);
    }

    Decision decide(Campaign campaign, long nowMicros, List<UserId> users, Holders holders) {
        return Decision.decide(campaign, nowMicros, users, holders);
    }

    void save(Campaign campaign, List<Issuance> granted) {
        store.campaigns.put(campaign.number(), campaign);
        issuancesOf(campaign.number()).addAll(granted);
        remember(campaign.number(), granted);
    }

    private void remember(long campaignNumber, Collection<Issuance> issuances) {
        Map<UserId, Issuance> remembered = holdersOf(campaignNumber);
        issuances.forEach(issuance -> remembered.put(issuance.user(), issuance));
    }

    @Override
    public synchronized CreateOutcome createDurably(CampaignId id, CampaignTerms terms) {
        return durably(() -> create(id, terms));
    }

    private CreateOutcome create(CampaignId id, CampaignTerms terms) {
        boolean isTaken = campaign(id) != null;
        CreateOutcome outcome = CampaignRules.create(id, terms, isTaken, store.lastNumber, now());
        if (outcome instanceof Created(Campaign campaign)) {
            store.lastNumber = campaign.number();
            save(campaign, List.of());
        }
        return outcome;
    }

    @Override
    public synchronized ChangeOutcome changeDurably(
            CampaignId id, OptionalLong version, CampaignChange change) {
        return durably(() -> change(campaign(id), version, change));
    }

    private ChangeOutcome change(
            @Nullable Campaign campaign, OptionalLong version, CampaignChange change) {
        if (CampaignRules.needsLaterTime(change)) {
            clock.tickMicros();
        }
        ChangeOutcome outcome = CampaignRules.change(campaign, version, change, now());
        if (outcome instanceof Changed(Campaign changed)) {
            save(changed, List.of());
        }
        return outcome;
    }

    @Override
    public synchronized void passDurably(long micros) {
        if (micros > store.floorMicros) {
            durably(this::now);
        }
    }

    @Override
    public synchronized ChangeOutcome deleteDurably(CampaignId id, OptionalLong version) {
        return durably(() -> delete(campaign(id), version));
    }

    private ChangeOutcome delete(@Nullable Campaign campaign, OptionalLong version) {
        ChangeOutcome outcome = deletionOf(campaign, version);
        if (outcome instanceof Deleted(Campaign deleted)) {
            store.campaigns.remove(deleted.number());
        }
        return outcome;
    }

    ChangeOutcome deletionOf(@Nullable Campaign campaign, OptionalLong version) {
        return CampaignRules.delete(campaign, version);
    }

    /// The time of a decision, which is kept as the floor of all later ones.
    long now() {
        store.floorMicros = clock.nowMicros();
        return store.floorMicros;
    }

    <T> T durably(Supplier<T> act) {
        if (!isHealthy) {
            throw LedgerException.notAttempted("stopped by an earlier fault", new IOException());
        }
        Fault fault = faults.next("act");
        if (fault == Fault.BEFORE) {
            throw failed();
        }
        T outcome = act.get();
        if (fault == Fault.AFTER) {
            throw failed();
        }
        return outcome;
    }

    LedgerException failed() {
        isHealthy = false;
        return LedgerException.unknown("planned fault", new IOException());
    }

    /// The campaign as it stands; null when there is none.
    public synchronized @Nullable Campaign campaign(CampaignId id) {
        return store.campaigns.values().stream()
                .filter(campaign -> campaign.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    @Override
    public synchronized List<Campaign> campaigns(long afterNumber, int limit) {
        return store.campaigns.tailMap(afterNumber, false).values().stream().limit(limit).toList();
    }

    @Override
    public synchronized List<Issuance> issuances(long campaignNumber, int afterOrdinal, int limit) {
        return issuancesOf(campaignNumber).stream().skip(afterOrdinal).limit(limit).toList();
    }

    private List<Issuance> issuancesOf(long campaignNumber) {
        return store.issuances.computeIfAbsent(campaignNumber, _ -> new ArrayList<>());
    }

    @Override
    public synchronized List<UserCoupon> couponsOf(UserId user, long beforeNumber, int limit) {
        List<UserCoupon> coupons = new ArrayList<>();
        for (Campaign campaign :
                store.campaigns.headMap(beforeNumber, false).descendingMap().values()) {
            Issuance issuance = holdersOf(campaign.number()).get(user);
            if (issuance != null && coupons.size() < limit) {
                coupons.add(new UserCoupon(campaign.number(), campaign.id(), issuance));
            }
        }
        return coupons;
    }

    private Map<UserId, Issuance> holdersOf(long campaignNumber) {
        return holders.computeIfAbsent(campaignNumber, _ -> new HashMap<>());
    }

    @Override
    public synchronized void forEachHolder(long campaignNumber, Consumer<UserId> consumer) {
        issuancesOf(campaignNumber).forEach(issuance -> consumer.accept(issuance.user()));
    }

    @Override
    public ApiKeys keys() {
        return store.keys;
    }

    @Override
    public boolean doQuietWork() {
        return false;
    }

    @Override
    public synchronized boolean isHealthy() {
        return isHealthy;
    }

    @Override
    public void close() {}
}
