package io.firstcome.core.ledger;

import io.firstcome.core.campaign.Campaign;

import java.util.List;
import java.util.Set;

/// Who is told what others do to the campaigns of a shared ledger. Its methods are called by one
/// thread.
public interface CampaignFollower {
    /// Takes a picture of a campaign, which may be older than the one it knows.
    void seen(Campaign campaign);

    /// The numbers of the campaigns that may have issued coupons at `sinceMicros` or later, of
    /// which it does not know.
    List<Long> counted(long sinceMicros);

    /// Takes note that of the campaigns with a number up to `lastNumber` there are only these.
    ///
    /// @return those of which it has no picture
    List<Long> remaining(Set<Long> numbers, long lastNumber);
}
