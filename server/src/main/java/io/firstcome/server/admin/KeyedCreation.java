package io.firstcome.server.admin;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.issue.Campaigns;
import io.firstcome.core.ledger.CreateOutcome;
import io.firstcome.core.ledger.CreateOutcome.AlreadyExists;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.server.error.Reason;
import io.firstcome.server.error.RpcException;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Creates campaigns with idempotency keys. What a key was used for stands in the identifiers of
/// the campaigns, and so nowhere else.
final class KeyedCreation {
    private static final int PAGE = 1_000;

    private final Campaigns campaigns;
    private final Ledger ledger;

    /// Keeps two requests with one key from both finding it unused.
    private final Lock lock = new ReentrantLock();

    KeyedCreation(Campaigns campaigns, Ledger ledger) {
        this.campaigns = campaigns;
        this.ledger = ledger;
    }

    /// The campaign of this key and request: as it stands, or else created.
    ///
    /// @throws RpcException when the key was used for another request, or the campaign can not be
    ///   created
    Campaign create(KeyedId id, CampaignTerms terms) {
        lock.lock();
        try {
            Campaign campaign = ofKey(id);
            if (campaign == null) {
                CreateOutcome outcome = campaigns.create(id.id(), terms);
                // By another node, just now.
                campaign = outcome instanceof AlreadyExists ? ofKey(id) : null;
                campaign = campaign == null ? CampaignCalls.created(outcome) : campaign;
            }
            if (!campaign.id().equals(id.id())) {
                throw new RpcException(Reason.IDEMPOTENCY_KEY_REUSED);
            }
            return campaign;
        } finally {
            lock.unlock();
        }
    }

    /// The campaign that was created with the same key; null when there is none. Looks at all
    /// campaigns: there are not many, and operators do not create them often.
    private @Nullable Campaign ofKey(KeyedId id) {
        List<Campaign> page = ledger.campaigns(0, PAGE);
        while (!page.isEmpty()) {
            for (Campaign campaign : page) {
                if (id.hasKeyOf(campaign.id())) {
                    return campaign;
                }
            }
            page = ledger.campaigns(page.getLast().number(), PAGE);
        }
        return null;
    }
}
