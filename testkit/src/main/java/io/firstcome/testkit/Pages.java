package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.core.ledger.UserCoupon;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/// Reads all there is of something a ledger hands out page by page.
final class Pages {
    private Pages() {}

    static List<Campaign> campaigns(Ledger ledger, int size) {
        return all(0, size, after -> ledger.campaigns(after, size), Campaign::number);
    }

    /// The campaign as it stands; null when there is none.
    static @Nullable Campaign campaign(Ledger ledger, CampaignId id) {
        return campaigns(ledger, 100).stream()
                .filter(campaign -> campaign.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    static List<Issuance> issuances(Ledger ledger, long campaignNumber, int size) {
        LongFunction<List<Issuance>> pageAfter =
                after -> ledger.issuances(campaignNumber, (int) after, size);
        return all(0, size, pageAfter, Issuance::ordinal);
    }

    static List<UserCoupon> couponsOf(Ledger ledger, UserId user, int size) {
        LongFunction<List<UserCoupon>> pageBefore = before -> ledger.couponsOf(user, before, size);
        return all(Long.MAX_VALUE, size, pageBefore, UserCoupon::campaignNumber);
    }

    /// @param from the key that comes before all others
    private static <T> List<T> all(
            long from, int size, LongFunction<List<T>> pageFrom, ToLongFunction<T> keyOf) {
        List<T> all = new ArrayList<>();
        Set<Long> keys = new HashSet<>(List.of(from));
        long last = from;
        List<T> page = pageFrom.apply(last);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(size);
            for (T element : page) {
                last = keyOf.applyAsLong(element);
                assertThat(keys.add(last)).as("%s is new to its page", element).isTrue();
            }
            all.addAll(page);
            page = pageFrom.apply(last);
        }
        return all;
    }
}
