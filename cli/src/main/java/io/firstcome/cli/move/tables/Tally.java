package io.firstcome.cli.move.tables;

import io.firstcome.cli.move.tables.Adoption.Miscount;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.Revision;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// A campaign of which the coupons are counted.
final class Tally {
    private final long number;
    private final CampaignId id;
    private final CampaignTerms terms;
    private final Revision revision;
    private final @Nullable Long counted;
    private int issued;
    private long rows;

    /// @param counted how many coupons the system says it has issued; null when it does not
    Tally(
            long number,
            CampaignId id,
            CampaignTerms terms,
            Revision revision,
            @Nullable Long counted) {
        this.number = number;
        this.id = id;
        this.terms = terms;
        this.revision = revision;
        this.counted = counted;
    }

    long number() {
        return number;
    }

    CampaignId id() {
        return id;
    }

    int quantity() {
        return terms.quantity();
    }

    int issued() {
        return issued;
    }

    void countRow() {
        rows++;
    }

    /// Counts one more coupon.
    ///
    /// @return its ordinal
    int countCoupon() {
        return ++issued;
    }

    boolean exceeds() {
        return issued > terms.quantityMax();
    }

    /// What the system says it has issued, when it has another number of rows.
    Optional<Miscount> miscount() {
        return Optional.ofNullable(counted)
                .filter(count -> count != rows)
                .map(count -> new Miscount(id, count, rows));
    }

    /// With as many coupons as were issued at the least.
    Campaign campaign() {
        int quantity = exceeds() ? issued : terms.quantity();
        CampaignTerms enough = new CampaignTerms(terms.name(), quantity, terms.window());
        return new Campaign(number, id, enough, false, issued, revision);
    }
}
