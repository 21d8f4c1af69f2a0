package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.core.ledger.UserCoupon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads everything a ledger holds and checks what must be true of any ledger at any time.
public final class LedgerAudit {
    private static final int PAGE = 100;

    private final Ledger ledger;
    private final Map<UserId, List<UserCoupon>> held = new HashMap<>();

    private LedgerAudit(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Fails where the ledger contradicts itself or breaks a promise. Nobody writes meanwhile.
    public static void check(Ledger ledger) {
        new LedgerAudit(ledger).check();
    }

    /// As [#check(Ledger)], of one campaign only.
    static void check(Ledger ledger, Campaign campaign) {
        LedgerAudit audit = new LedgerAudit(ledger);
        audit.check(campaign, Pages.issuances(ledger, campaign.number(), PAGE));
    }

    private void check() {
        List<Campaign> campaigns = Pages.campaigns(ledger, PAGE);
        assertThat(campaigns).extracting(Campaign::number).doesNotHaveDuplicates().isSorted();
        assertThat(campaigns).extracting(Campaign::id).doesNotHaveDuplicates();
        for (Campaign campaign : campaigns.reversed()) {
            check(campaign, Pages.issuances(ledger, campaign.number(), PAGE));
        }
        held.forEach(this::checkCouponsOf);
    }

    private void check(Campaign campaign, List<Issuance> issuances) {
        assertThat(ledger.clock().nowMicros())
                .isGreaterThanOrEqualTo(campaign.revision().updatedAtMicros());
        checkOrdinals(campaign, issuances);
        checkTimes(campaign, issuances);
        checkHolders(campaign, issuances);
    }

    private static void checkOrdinals(Campaign campaign, List<Issuance> issuances) {
        assertThat(issuances).as("coupons of %s", campaign).hasSize(campaign.issued());
        for (int i = 0; i < issuances.size(); i++) {
            assertThat(issuances.get(i).ordinal()).as("gapless in %s", campaign).isEqualTo(i + 1);
        }
    }

    private void checkTimes(Campaign campaign, List<Issuance> issuances) {
        Window window = campaign.terms().window();
        assertThat(issuances).extracting(Issuance::issuedAtMicros).isSorted();
        for (Issuance issuance : issuances) {
            assertThat(issuance.issuedAtMicros())
                    .as("time of %s in %s", issuance, campaign)
                    .isGreaterThanOrEqualTo(window.startMicros())
                    .isLessThan(window.endMicros())
                    .isLessThanOrEqualTo(ledger.clock().nowMicros());
        }
    }

    private void checkHolders(Campaign campaign, List<Issuance> issuances) {
        List<UserId> holders = new ArrayList<>();
        ledger.forEachHolder(campaign.number(), holders::add);
        Set<UserId> users = new HashSet<>();
        issuances.forEach(issuance -> users.add(issuance.user()));
        assertThat(users).as("users of %s", campaign).hasSameSizeAs(issuances);
        assertThat(holders).as("holders of %s", campaign).hasSameSizeAs(issuances);
        assertThat(new HashSet<>(holders)).as("holders of %s", campaign).isEqualTo(users);
        for (Issuance issuance : issuances) {
            held.computeIfAbsent(issuance.user(), _ -> new ArrayList<>())
                    .add(new UserCoupon(campaign.number(), campaign.id(), issuance));
        }
    }

    private void checkCouponsOf(UserId user, List<UserCoupon> coupons) {
        assertThat(Pages.couponsOf(ledger, user, PAGE))
                .as("coupons of %s", user)
                .isEqualTo(coupons);
    }
}
