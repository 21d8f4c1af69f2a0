package io.firstcome.cli.move.tables;

/// A way in which a row is not as a ledger needs it.
public enum Fault {
    /// No campaign can be made of it.
    NO_CAMPAIGN,

    /// No coupon can be made of it.
    NO_COUPON,

    /// Its user has an earlier one of the same campaign.
    REPEATED,

    /// There is no campaign of it.
    ORPHAN,

    /// More is issued of it than there is.
    EXCESS;

    /// What is wrong with so many rows.
    String told(Layout layout, long count) {
        CampaignColumns campaigns = layout.campaigns();
        IssueColumns issues = layout.issues();
        return switch (this) {
            case NO_CAMPAIGN ->
                    "%s: %d that no campaign can be made of (expected: as follows; correct the table, --mend does not)"
                            .formatted(campaigns.table(), count);
            case NO_COUPON ->
                    "%s: %d that no coupon can be made of (expected: as follows; correct the table, --mend does not)"
                            .formatted(issues.table(), count);
            case REPEATED ->
                    "%s: %d of a %s with an earlier one of that %s (expected: one each; --mend leaves the later out)"
                            .formatted(issues.table(), count, issues.user(), issues.campaign());
            case ORPHAN ->
                    "%s: %d of a %s that there is not in %s (expected: one that there is; --mend leaves them out)"
                            .formatted(issues.table(), count, issues.campaign(), campaigns.table());
            case EXCESS ->
                    "%s: %d with more %s than %s (expected: so many at the most; --mend raises it)"
                            .formatted(
                                    campaigns.table(),
                                    count,
                                    issues.table(),
                                    campaigns.quantity().column());
        };
    }
}
