package io.firstcome.core.issue;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignChange;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.ChangeOutcome;
import io.firstcome.core.campaign.ChangeOutcome.Changed;
import io.firstcome.core.campaign.ChangeOutcome.Deleted;
import io.firstcome.core.ledger.CreateOutcome;
import io.firstcome.core.ledger.CreateOutcome.Created;
import io.firstcome.core.ledger.CreateOutcome.Full;
import io.firstcome.core.ledger.Ledger;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// What operators do to campaigns: each act is durable in the ledger and stands on the board when
/// its method returns. Methods block; each throws [io.firstcome.core.ledger.LedgerException] when
/// the ledger can not do it.
public final class Campaigns {
    private static final int PAGE = 1_000;

    private final Ledger ledger;
    private final Board board;
    private final int campaignsMax;

    /// Keeps an act and its publication together, so the board never shows a deleted campaign.
    private final Lock lock = new ReentrantLock(true);

    /// @param campaignsMax how many campaigns there may be
    public Campaigns(Ledger ledger, Board board, int campaignsMax) {
        this.ledger = ledger;
        this.board = board;
        this.campaignsMax = campaignsMax;
    }

    /// Puts every campaign of the ledger on the board, and from now on what others do to them.
    public void load() {
        List<Campaign> page = ledger.campaigns(0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(board::publish);
            page = ledger.campaigns(page.getLast().number(), PAGE);
        }
        ledger.follow(new BoardFollower(board, ledger.clock()));
    }

    /// Creates a campaign, durably.
    public CreateOutcome create(CampaignId id, CampaignTerms terms) {
        lock.lock();
        try {
            if (board.size() >= campaignsMax) {
                return new Full(campaignsMax);
            }
            CreateOutcome outcome = ledger.createDurably(id, terms);
            if (outcome instanceof Created(Campaign campaign)) {
                board.publish(campaign);
            }
            return outcome;
        } finally {
            lock.unlock();
        }
    }

    /// Changes a campaign, durably.
    ///
    /// @param version the version it must have; empty when any will do
    public ChangeOutcome change(CampaignId id, OptionalLong version, CampaignChange change) {
        lock.lock();
        try {
            ChangeOutcome outcome = ledger.changeDurably(id, version, change);
            if (outcome instanceof Changed(Campaign campaign)) {
                board.publish(campaign);
            }
            return outcome;
        } finally {
            lock.unlock();
        }
    }

    /// Deletes a campaign of which nothing was issued, durably.
    ///
    /// @param version the version it must have; empty when any will do
    public ChangeOutcome delete(CampaignId id, OptionalLong version) {
        lock.lock();
        try {
            ChangeOutcome outcome = ledger.deleteDurably(id, version);
            if (outcome instanceof Deleted(Campaign campaign)) {
                board.remove(campaign);
            }
            return outcome;
        } finally {
            lock.unlock();
        }
    }
}
