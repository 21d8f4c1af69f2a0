package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.UserCoupon;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// Whoever reads sees everything that was answered before, in pages of any size.
abstract class ReadingContract extends LedgerTopic {
    private static final long ALL = Long.MAX_VALUE;

    ReadingContract(LedgerFactory factory) {
        super(factory);
    }

    private List<UserId> holdersOf(Campaign campaign) {
        List<UserId> holders = new ArrayList<>();
        ledger().forEachHolder(campaign.number(), holders::add);
        return holders;
    }

    @Test
    void campaignsArePagedByNumber() {
        List<Campaign> campaigns = new ArrayList<>();
        for (String id : List.of("m", "a", "z", "B", "0")) {
            campaigns.add(open(id, 10));
        }
        assertThat(ledger().campaigns(0, 2)).isEqualTo(campaigns.subList(0, 2));
        assertThat(ledger().campaigns(campaigns.get(1).number(), 2))
                .isEqualTo(campaigns.subList(2, 4));
        assertThat(ledger().campaigns(campaigns.get(4).number(), 2)).isEmpty();
        assertThat(Pages.campaigns(ledger(), 1)).isEqualTo(campaigns);
    }

    @Test
    void issuancesArePagedByOrdinal() {
        Campaign campaign = open("drop", 100);
        List<Issuance> granted = granted(ask(campaign, users("u", 10)));
        long number = campaign.number();
        assertThat(ledger().issuances(number, 0, 4)).isEqualTo(granted.subList(0, 4));
        assertThat(ledger().issuances(number, 4, 4)).isEqualTo(granted.subList(4, 8));
        assertThat(ledger().issuances(number, 8, 4)).isEqualTo(granted.subList(8, 10));
        assertThat(ledger().issuances(number, 10, 4)).isEmpty();
        assertThat(Pages.issuances(ledger(), number, 3)).isEqualTo(granted);
    }

    @Test
    void issuancesOfOneCampaignAreNotThoseOfAnother() {
        Campaign one = open("one", 10);
        Campaign two = open("two", 10);
        ask(one, "a", "b");
        ask(two, "c");
        assertThat(issuances(two)).extracting(Issuance::user).containsExactly(new UserId("c"));
        assertThat(holdersOf(one)).containsExactlyInAnyOrder(new UserId("a"), new UserId("b"));
    }

    @Test
    void theCouponsOfAUserArePagedFromTheNewestCampaign() {
        UserId user = new UserId("u");
        List<UserCoupon> coupons = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Campaign campaign = open("drop" + i, 10);
            ask(campaign, users("stranger", i));
            coupons.addFirst(
                    new UserCoupon(
                            campaign.number(), campaign.id(), granted(askOne(campaign, "u"))));
        }
        ask(open("other", 10), "stranger");
        assertThat(ledger().couponsOf(user, ALL, 10)).isEqualTo(coupons);
        assertThat(ledger().couponsOf(user, ALL, 2)).isEqualTo(coupons.subList(0, 2));
        assertThat(ledger().couponsOf(user, coupons.get(1).campaignNumber(), 2))
                .isEqualTo(coupons.subList(2, 4));
        assertThat(Pages.couponsOf(ledger(), user, 1)).isEqualTo(coupons);
    }

    @Test
    void whatWasJustIssuedIsReadAtOnce() {
        Campaign campaign = open("drop", 1_000);
        for (UserId user : users("u", 50)) {
            Issuance issuance = granted(ask(campaign, List.of(user))).getFirst();
            UserCoupon coupon = new UserCoupon(campaign.number(), campaign.id(), issuance);
            assertThat(ledger().couponsOf(user, ALL, 2)).containsExactly(coupon);
            assertThat(ledger().issuances(campaign.number(), issuance.ordinal() - 1, 2))
                    .containsExactly(issuance);
            assertThat(now(campaign).issued()).isEqualTo(issuance.ordinal());
        }
    }

    @Test
    void everyHolderIsHandedOut() {
        Campaign campaign = open("drop", 3_000);
        List<UserId> users = users("u", 3_000);
        ask(campaign, users.subList(0, 1_500));
        ask(campaign, users.subList(1_000, 3_000));
        List<UserId> holders = holdersOf(campaign);
        assertThat(holders).hasSize(3_000);
        assertThat(Set.copyOf(holders)).isEqualTo(Set.copyOf(users));
    }

    @Test
    void quietWorkComesToAnEndAndChangesNoAnswer() {
        Campaign one = open("one", 5_000);
        Campaign two = open("two", 3);
        ask(one, users("u", 2_000));
        ask(two, users("u", 4));
        clock.step(HOUR);
        UserId user = new UserId("u2");
        List<UserCoupon> before = ledger().couponsOf(user, ALL, 10);
        List<Issuance> issuances = issuances(one);
        finishQuietWork();
        assertThat(ledger().couponsOf(user, ALL, 10)).hasSize(2).isEqualTo(before);
        assertThat(issuances(one)).isEqualTo(issuances);
        assertThat(holdersOf(one)).hasSize(2_000);
        assertThat(held(askOne(two, "u2"))).isEqualTo(before.getFirst().issuance());
    }

    @Test
    void aRehearsalIsNotSeen() {
        Campaign campaign = open("drop", 3);
        ask(campaign, users("u", 2));
        List<Campaign> campaigns = ledger().campaigns(0, 10);
        List<Issuance> issuances = issuances(campaign);
        ledger().rehearse();
        ledger().rehearse();
        assertThat(ledger().campaigns(0, 10)).isEqualTo(campaigns);
        assertThat(issuances(campaign)).isEqualTo(issuances);
        assertThat(ledger().issuances(0, 0, 10)).isEmpty();
        assertThat(ledger().couponsOf(new UserId("rehearsal"), ALL, 10)).isEmpty();
        assertThat(held(askOne(campaign, "u1"))).isEqualTo(issuances.getFirst());
    }

    @Test
    void whatIsIssuedBetweenPiecesOfQuietWorkIsReadAtOnce() {
        Campaign campaign = open("drop", 10_000);
        for (int i = 0; i < 5; i++) {
            List<UserId> users = users("batch" + i + "-", 500);
            ask(campaign, users);
            ledger().doQuietWork();
            assertThat(ledger().couponsOf(users.getLast(), ALL, 2)).hasSize(1);
        }
        finishQuietWork();
        assertThat(ledger().couponsOf(new UserId("batch0-1"), ALL, 2)).hasSize(1);
    }

    @Test
    void whoReadsDuringADropSeesOrdinalsWithoutAGap() {
        Campaign campaign = open("drop", 400);
        AtomicInteger writing = new AtomicInteger(2);
        Together.run(
                4,
                thread -> thread < 2 ? write(campaign, thread, writing) : read(campaign, writing));
        assertThat(issuances(campaign)).hasSize(400);
    }

    private int write(Campaign campaign, int thread, AtomicInteger writing) {
        try {
            for (int i = 0; i < 40; i++) {
                ask(campaign, users("t" + thread + "-" + i + "-", 5));
            }
        } finally {
            writing.decrementAndGet();
        }
        return thread;
    }

    private int read(Campaign campaign, AtomicInteger writing) {
        int seen = 0;
        do {
            List<Issuance> issuances = issuances(campaign);
            for (int i = 0; i < issuances.size(); i++) {
                assertThat(issuances.get(i).ordinal()).isEqualTo(i + 1);
            }
            assertThat(issuances.size()).isGreaterThanOrEqualTo(seen);
            assertThat(now(campaign).issued()).isGreaterThanOrEqualTo(issuances.size());
            seen = issuances.size();
        } while (writing.get() > 0);
        return seen;
    }

    @Test
    void whatIsNotThereIsReadAsNothing() {
        open("drop", 10);
        assertThat(find(new CampaignId("nobody"))).isNull();
        assertThat(ledger().issuances(9_999, 0, 10)).isEmpty();
        assertThat(ledger().couponsOf(new UserId("nobody"), ALL, 10)).isEmpty();
        ledger().forEachHolder(9_999, user -> assertThat(user).isNull());
    }
}
