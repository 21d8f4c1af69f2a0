package io.firstcome.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.check.Ask;
import io.firstcome.check.Checker;
import io.firstcome.check.Coupon;
import io.firstcome.check.Finding;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.check.Outcome;
import io.firstcome.check.Refusal;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.UserId;
import io.firstcome.core.campaign.Window;
import io.firstcome.core.code.CodeKey;
import io.firstcome.core.code.CouponCodes;
import io.firstcome.core.issue.Issuance;
import io.firstcome.core.issue.Verdict;
import io.firstcome.core.issue.Verdict.Denied;
import io.firstcome.core.issue.Verdict.Granted;
import io.firstcome.core.issue.Verdict.Held;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What the askers of one campaign hear and what its ledger lists, put to the judge of servers, who
/// knows nothing of ledgers and oracles.
///
/// A campaign that is judged does not change. So each stretch between two changes is a history of
/// its own, and what was issued before it is there already; and that a campaign is paused is told
/// to nobody who matters, as long as it is.
final class JudgedCampaign {
    private static final long MICRO_NANOS = 1_000;

    private final CouponCodes codes = new CouponCodes(new CodeKey(new byte[16]));
    private final List<Ask> asks = new ArrayList<>();
    private Campaign campaign;
    private Listing before = Listing.EMPTY;
    private long ticks;

    /// @param created nothing of it has been issued
    JudgedCampaign(Campaign created) {
        campaign = created;
    }

    /// One answer. Each has an instant of its own within its microsecond, in the order of calls.
    void heard(UserId user, Verdict verdict, long nowMicros) {
        long stampNanos = nowMicros * MICRO_NANOS + Math.min(ticks++, MICRO_NANOS - 1);
        if (!campaign.paused() || !verdict.equals(new Denied(CampaignState.PAUSED))) {
            asks.add(new Ask(user.value(), stampNanos, stampNanos, outcome(verdict)));
        }
    }

    private Outcome outcome(Verdict verdict) {
        return switch (verdict) {
            case Granted(Issuance issuance) -> new Outcome.Issued(coupon(issuance), false);
            case Held(Issuance issuance) -> new Outcome.Issued(coupon(issuance), true);
            case Denied(CampaignState state) -> new Outcome.Refused(refusal(state));
        };
    }

    private static Refusal refusal(CampaignState state) {
        return switch (state) {
            case SCHEDULED -> Refusal.NOT_STARTED;
            case PAUSED -> Refusal.PAUSED;
            case SOLD_OUT -> Refusal.SOLD_OUT;
            case ENDED -> Refusal.ENDED;
            case OPEN -> throw new AssertionError("denied though open");
        };
    }

    /// Judges what was heard since the last time; the next answers are those of `next`.
    ///
    /// @param issued reads what the ledger lists now
    /// @return whether there was something to judge
    boolean judge(Supplier<List<Issuance>> issued, Campaign next) {
        boolean isHeard = !asks.isEmpty();
        if (isHeard) {
            judge(listing(issued.get()));
            asks.clear();
        }
        campaign = next;
        return isHeard;
    }

    private void judge(Listing after) {
        History history = new History(terms(), MICRO_NANOS, asks, before, after);
        assertThat(Checker.check(history))
                .as("judged: %s", campaign)
                .noneMatch(finding -> finding.result() == Finding.Result.FAIL);
        before = after;
    }

    private io.firstcome.check.Campaign terms() {
        int quantity = campaign.terms().quantity();
        Window window = campaign.terms().window();
        return new io.firstcome.check.Campaign(
                campaign.id().value(),
                quantity == CampaignTerms.UNLIMITED ? null : Long.valueOf(quantity),
                instant(window.startMicros()),
                window.hasEnd() ? instant(window.endMicros()) : null);
    }

    private Listing listing(List<Issuance> issued) {
        List<Coupon> coupons = issued.stream().map(this::coupon).toList();
        return new Listing(coupons, coupons.stream().map(Coupon::code).toList(), coupons.size());
    }

    private Coupon coupon(Issuance issuance) {
        return new Coupon(
                issuance.user().value(),
                issuance.ordinal(),
                codes.code(campaign.number(), issuance.ordinal()),
                instant(issuance.issuedAtMicros()));
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
