package io.firstcome.ledger.sql;

import io.firstcome.core.campaign.Campaign;

/// How far the coupons of a campaign stand in [UserCouponTable].
///
/// @param indexed the coupons up to this ordinal do
/// @param indexing the coupons behind, up to this ordinal, are on the way
/// @param tags of those on the way, the coupons of users with one of so many tags, from the least
///   on, stand there
record IndexProgress(Campaign campaign, int indexed, int indexing, long tags) {
    /// How many different tags there are.
    static final long TAGS = 1L << Integer.SIZE;

    boolean isUnderWay() {
        return indexing > indexed;
    }

    /// This one when it is under way, else all the rest on the way.
    IndexProgress begun() {
        return isUnderWay() ? this : new IndexProgress(campaign, indexed, campaign.issued(), 0);
    }

    /// The least tag of users whose coupons are still on the way.
    long nextTag() {
        return Integer.MIN_VALUE + tags;
    }

    /// How many tags the users of about `coupons` coupons have, at most as many as are left.
    long tagsOf(int coupons) {
        return Math.min(Math.ceilDiv(TAGS * coupons, indexing - indexed), TAGS - tags);
    }

    /// After the next `count` tags.
    IndexProgress advanced(long count) {
        return tags + count == TAGS
                ? new IndexProgress(campaign, indexing, indexing, 0)
                : new IndexProgress(campaign, indexed, indexing, tags + count);
    }
}
