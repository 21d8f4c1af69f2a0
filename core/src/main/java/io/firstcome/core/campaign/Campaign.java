package io.firstcome.core.campaign;

import io.firstcome.core.code.CouponCodes;

import java.util.Objects;

/// A campaign as it stands: what was agreed and how many coupons are issued.
///
/// @param number the ledger's own number of it, from 1, never used twice
/// @param issued how many coupons are durable: their ordinals are 1 to `issued`
public record Campaign(
        long number,
        CampaignId id,
        CampaignTerms terms,
        boolean paused,
        int issued,
        Revision revision) {

    /// The largest number a campaign can have: the last whose codes fit the space of codes.
    public static final long NUMBER_MAX = CouponCodes.CAMPAIGNS - 1;

    public Campaign {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(revision, "revision");
        if (number < 1 || number > NUMBER_MAX) {
            throw new IllegalArgumentException(
                    "number: %d (expected: 1 to %d)".formatted(number, NUMBER_MAX));
        }
        if (issued < 0 || issued > terms.quantityMax()) {
            throw new IllegalArgumentException(
                    "issued: %d (expected: 0 to %d)".formatted(issued, terms.quantityMax()));
        }
    }

    /// A new campaign of which nothing is issued.
    public static Campaign create(long number, CampaignId id, CampaignTerms terms, long nowMicros) {
        return new Campaign(number, id, terms, false, 0, Revision.first(nowMicros));
    }

    /// What this campaign does at `nowMicros`. The first that holds of: ended, sold out, paused,
    /// scheduled, open.
    public CampaignState stateAt(long nowMicros) {
        if (terms.window().hasEnded(nowMicros)) {
            return CampaignState.ENDED;
        }
        if (remaining() == 0) {
            return CampaignState.SOLD_OUT;
        }
        if (paused) {
            return CampaignState.PAUSED;
        }
        return terms.window().hasStarted(nowMicros) ? CampaignState.OPEN : CampaignState.SCHEDULED;
    }

    /// How many coupons may still be issued.
    public int remaining() {
        return terms.quantityMax() - issued;
    }

    /// This campaign after `count` more coupons.
    public Campaign withIssued(int count) {
        return new Campaign(number, id, terms, paused, issued + count, revision);
    }

    /// Whether this is a later picture of the campaign than `other`, or the same. Versions and
    /// counts only grow, so of two pictures of one campaign one is always at least as late.
    public boolean isAtLeastAsLateAs(Campaign other) {
        return revision.version() >= other.revision.version() && issued >= other.issued;
    }

    Campaign revised(CampaignTerms newTerms, boolean newPaused, long nowMicros) {
        return new Campaign(number, id, newTerms, newPaused, issued, revision.next(nowMicros));
    }
}
