package io.firstcome.server.admin;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.issue.Board;
import io.firstcome.core.issue.Campaigns;
import io.firstcome.core.ledger.CreateOutcome;
import io.firstcome.core.ledger.CreateOutcome.AlreadyExists;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.server.error.Reason;
import io.firstcome.server.error.RpcException;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Creates campaigns with idempotency keys. What a key was used for is in memory, and stands in the
/// identifiers of the campaigns that got theirs here, from which it is read again after a restart.
final class KeyedCreation {
    private static final int PAGE = 1_000;

    /// So many uses may outlive their campaigns before they are looked for.
    private static final int STALE_MAX = 1_000;

    /// What a key was used for.
    private record Use(String ofRequest, CampaignId id, long number) {}

    private final Campaigns campaigns;
    private final Board board;
    private final Ledger ledger;

    /// Keeps two requests with one key from both finding it unused.
    private final Lock lock = new ReentrantLock();

    private final Map<String, Use> uses = new HashMap<>();
    private boolean isLoaded;

    KeyedCreation(Campaigns campaigns, Board board, Ledger ledger) {
        this.campaigns = campaigns;
        this.board = board;
        this.ledger = ledger;
    }

    /// The campaign of this key and request: as it stands, or else created.
    ///
    /// @param id of the campaign, if it is created
    /// @throws RpcException when the key was used for another request, or the campaign can not be
    ///   created
    Campaign create(IdempotencyKey key, CampaignId id, CampaignTerms terms) {
        lock.lock();
        try {
            load();
            Use use = uses.get(key.ofKey());
            Campaign campaign = use == null ? null : campaign(use);
            if (use == null || campaign == null) {
                campaign = createNow(id, terms);
                remember(key, campaign);
            } else if (!use.ofRequest().equals(key.ofRequest())) {
                throw new RpcException(Reason.IDEMPOTENCY_KEY_REUSED);
            }
            return campaign;
        } finally {
            lock.unlock();
        }
    }

    /// Reads all campaigns, the first time.
    private void load() {
        List<Campaign> page = isLoaded ? List.of() : ledger.campaigns(0, PAGE);
        while (!page.isEmpty()) {
            for (Campaign campaign : page) {
                IdempotencyKey key = IdempotencyKey.ofId(campaign.id());
                if (key != null) {
                    remember(key, campaign);
                }
            }
            page = ledger.campaigns(page.getLast().number(), PAGE);
        }
        isLoaded = true;
    }

    private void remember(IdempotencyKey key, Campaign campaign) {
        if (uses.size() >= board.size() + STALE_MAX) {
            uses.values().removeIf(use -> campaign(use) == null);
        }
        uses.put(key.ofKey(), new Use(key.ofRequest(), campaign.id(), campaign.number()));
    }

    /// The campaign that a key was used for; null when that is deleted.
    private @Nullable Campaign campaign(Use use) {
        Campaign campaign = board.campaign(use.id());
        return campaign != null && campaign.number() == use.number() ? campaign : null;
    }

    private Campaign createNow(CampaignId id, CampaignTerms terms) {
        CreateOutcome outcome = campaigns.create(id, terms);
        Campaign there = outcome instanceof AlreadyExists ? board.campaign(id) : null;
        return there != null && isAsCreated(there, terms) ? there : CampaignCalls.created(outcome);
    }

    /// Whether a campaign is what creating it with these terms makes: how a request with an own
    /// identifier is known again after a restart.
    private static boolean isAsCreated(Campaign campaign, CampaignTerms terms) {
        return campaign.revision().version() == 1 && campaign.terms().equals(terms);
    }
}
