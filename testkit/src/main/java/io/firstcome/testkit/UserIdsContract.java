package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.ledger.UserCoupon;

import org.junit.jupiter.api.Test;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/// User ids are opaque: every character counts, and none has a meaning.
abstract class UserIdsContract extends LedgerTopic {
    private static final String HANGUL = "가나다 홍길동 씀";

    /// Each of them another user, however alike they look to a collation or a parser.
    private static final List<UserId> ALL_DIFFERENT =
            Stream.of(
                            "1",
                            "01",
                            "1.0",
                            "1e0",
                            "+1",
                            "-1",
                            "１",
                            "१",
                            "1 ",
                            " 1",
                            " ",
                            "  ",
                            "9223372036854775808",
                            "a",
                            "A",
                            "á",
                            "a\u0301",
                            "ａ",
                            "ß",
                            "ss",
                            "ẞ",
                            "i",
                            "İ",
                            "ı",
                            "K",
                            "\u212a",
                            "null",
                            "NULL",
                            "true",
                            "'",
                            "''",
                            "\"",
                            "\\",
                            "\\'",
                            "%",
                            "_",
                            "?",
                            ":1",
                            "$1",
                            "x'41'",
                            "{\"userId\":\"1\"}",
                            "[1]",
                            "<b>&amp;</b>",
                            "=1+1",
                            "a,b;c|d",
                            "../../etc",
                            "'; DROP TABLE coupons; --",
                            "1 OR 1=1",
                            "🎟️",
                            "🎟",
                            "👩‍👩‍👧",
                            "👩👩👧",
                            "\u200b",
                            "\u200d",
                            "\ufeff",
                            "\u2028",
                            "\u202eabc",
                            "\uffff",
                            "\ud83c\udf9f\ud83c\udf9f",
                            "홍길동",
                            Normalizer.normalize("홍길동", Normalizer.Form.NFD),
                            "ﾊﾟ",
                            "パ",
                            "a".repeat(127),
                            "a".repeat(128),
                            "a".repeat(127) + "b",
                            "가".repeat(128),
                            "가".repeat(127) + "각",
                            "🎟".repeat(64),
                            "🎟".repeat(63) + "🎫")
                    .map(UserId::new)
                    .toList();

    UserIdsContract(LedgerFactory factory) {
        super(factory);
    }

    @Test
    void case16_usersWhoseIdsOnlyLookAlikeAreDifferentUsers() {
        Campaign campaign = open("drop", 1_000);
        List<Issuance> granted = granted(ask(campaign, ALL_DIFFERENT));
        assertThat(granted).extracting(Issuance::user).isEqualTo(ALL_DIFFERENT);
        assertThat(issuances(campaign)).isEqualTo(granted);
    }

    @Test
    void case16_everyUserIdIsRecognisedAgainInABatchOfItsOwn() {
        Campaign campaign = open("drop", 1_000);
        for (UserId user : ALL_DIFFERENT) {
            assertThat(granted(ask(campaign, List.of(user)))).as("%s", user).hasSize(1);
        }
        reopen();
        for (int i = 0; i < ALL_DIFFERENT.size(); i++) {
            List<UserId> user = ALL_DIFFERENT.subList(i, i + 1);
            assertThat(held(ask(campaign, user).verdicts().getFirst()).ordinal()).isEqualTo(i + 1);
        }
    }

    @Test
    void case16_everyUserReadsItsOwnCouponOnly() {
        Campaign campaign = open("drop", 1_000);
        for (Issuance issuance : granted(ask(campaign, ALL_DIFFERENT))) {
            assertThat(ledger().couponsOf(issuance.user(), Long.MAX_VALUE, 10))
                    .containsExactly(new UserCoupon(campaign.number(), campaign.id(), issuance));
        }
    }

    @Test
    void case16_theNumberOneIsTheStringOneAndNoOther() {
        Campaign campaign = open("drop", 10);
        assertThat(granted(ask(campaign, "1", "01", "1 "))).hasSize(3);
        assertThat(held(askOne(campaign, "1")).ordinal()).isEqualTo(1);
    }

    @Test
    void case14_composedAndDecomposedHangulAreDifferentUsers() {
        String composed = Normalizer.normalize(HANGUL, Normalizer.Form.NFC);
        String decomposed = Normalizer.normalize(HANGUL, Normalizer.Form.NFD);
        Campaign campaign = open("drop", 10);
        assertThat(granted(ask(campaign, composed, decomposed, composed))).hasSize(2);
        reopen();
        assertThat(held(askOne(campaign, decomposed)).user().value()).isEqualTo(decomposed);
    }

    @Test
    void campaignIdsThatDifferInCaseAreDifferentCampaigns() {
        Campaign lower = open("drop", 10);
        Campaign upper = open("DROP", 20);
        assertThat(List.of(now(lower), now(upper))).containsExactly(lower, upper);
    }

    @Test
    void namesOfCampaignsAreKeptAsTheyAre() {
        for (UserId text : ALL_DIFFERENT) {
            if (CampaignTerms.isValidName(text.value())) {
                String id = "drop" + ALL_DIFFERENT.indexOf(text);
                assertThat(named(id, text.value()).terms().name()).isEqualTo(text.value());
            }
        }
        List<Campaign> before = ledger().campaigns(0, 100);
        reopen();
        assertThat(ledger().campaigns(0, 100)).isEqualTo(before);
    }

    private Campaign named(String id, String name) {
        CampaignTerms terms = new CampaignTerms(name, 10, Window.from(T0));
        return now(created(ledger().createDurably(new CampaignId(id), terms)));
    }
}
