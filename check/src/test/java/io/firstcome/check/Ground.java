package io.firstcome.check;

import static io.firstcome.check.GoodHistory.START_NANOS;

import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/// A good history to plant a violation in, and what is needed for it.
record Ground(History history, List<Decision> decisions, Random random) {
    /// Somebody who is not of the crowd.
    static final String CULPRIT = "culprit";

    /// A code that is of no coupon.
    static final String CODE = "0000000000";

    static final long MILLI = 1_000_000;

    /// After everything else.
    static final long LATE_NANOS = START_NANOS + 5_000 * MILLI;

    static Ground of(History history, Random random) {
        return new Ground(history, new Evidence(history).decisions(), random);
    }

    /// The coupons that were asked for in this run and told.
    List<Decision> told() {
        return decisions.stream()
                .filter(decision -> !decision.isEarlier())
                .filter(decision -> decision.untilNanos() != Person.NEVER)
                .toList();
    }

    Decision anyTold() {
        return told().get(random.nextInt(told().size()));
    }

    /// A coupon that is not `other`.
    Coupon anyBut(Coupon other) {
        List<Coupon> rest =
                history.after().coupons().stream().filter(coupon -> !coupon.equals(other)).toList();
        return rest.get(random.nextInt(rest.size()));
    }

    Coupon last() {
        return history.after().coupons().getLast();
    }

    boolean soldOut() {
        Long limit = history.campaign().limit();
        return limit != null && limit == decisions.size();
    }

    long uncertaintyNanos() {
        return history.clockUncertaintyNanos();
    }

    /// The next coupon, of the culprit.
    Coupon next() {
        int ordinal = decisions.size() + 1;
        return new Coupon(CULPRIT, ordinal, GoodHistory.code(ordinal), last().issuedAt());
    }

    /// The culprit gets the next coupon, from this stamp on.
    History withNext(long sentNanos) {
        History listed =
                Histories.relisted(
                        history,
                        coupons -> {
                            coupons.add(next());
                            return coupons;
                        });
        Issued issued = new Issued(next(), false);
        return Histories.withAsk(listed, new Ask(CULPRIT, sentNanos, sentNanos + 1, issued));
    }

    /// The culprit hears a refusal at this stamp.
    History refused(long doneNanos, Refusal refusal) {
        return refused(CULPRIT, doneNanos, refusal);
    }

    History refused(String userId, long doneNanos, Refusal refusal) {
        Refused refused = new Refused(refusal);
        return Histories.withAsk(history, new Ask(userId, doneNanos, doneNanos, refused));
    }

    /// One coupon is told and listed otherwise.
    History retold(Coupon old, Coupon told) {
        return Histories.retold(history, coupon -> coupon.equals(old) ? told : coupon);
    }

    History withEnd(Instant end) {
        Campaign campaign = history.campaign();
        return Histories.withCampaign(
                history, new Campaign(campaign.id(), campaign.limit(), campaign.start(), end));
    }

    Ground in(History other) {
        return new Ground(other, decisions, random);
    }

    String afterStart(long stampNanos) {
        return new Evidence(history).afterStart(stampNanos);
    }
}
