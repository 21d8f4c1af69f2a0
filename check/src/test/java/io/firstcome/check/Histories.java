package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Ways to bend a history.
final class Histories {
    private Histories() {}

    /// A listing that agrees with itself.
    static Listing listing(List<Coupon> coupons) {
        return new Listing(coupons, coupons.stream().map(Coupon::code).toList(), coupons.size());
    }

    static History withAsks(History history, List<Ask> asks) {
        return new History(
                history.campaign(),
                history.clockUncertaintyNanos(),
                asks,
                history.before(),
                history.after());
    }

    static History withAsk(History history, Ask ask) {
        List<Ask> asks = new ArrayList<>(history.asks());
        asks.add(ask);
        return withAsks(history, asks);
    }

    static History withAfter(History history, Listing after) {
        return new History(
                history.campaign(),
                history.clockUncertaintyNanos(),
                history.asks(),
                history.before(),
                after);
    }

    static History withCampaign(History history, Campaign campaign) {
        return new History(
                campaign,
                history.clockUncertaintyNanos(),
                history.asks(),
                history.before(),
                history.after());
    }

    /// Changes the list, and with it whatever agrees with the list.
    static History relisted(History history, UnaryOperator<List<Coupon>> change) {
        List<Coupon> coupons = new ArrayList<>(history.after().coupons());
        return withAfter(history, listing(change.apply(coupons)));
    }

    /// Changes coupons everywhere they are told, in answers and in the list.
    static History retold(History history, UnaryOperator<Coupon> change) {
        List<Ask> asks = history.asks().stream().map(ask -> retold(ask, change)).toList();
        return relisted(withAsks(history, asks), coupons -> coupons.stream().map(change).toList());
    }

    private static Ask retold(Ask ask, UnaryOperator<Coupon> change) {
        if (ask.outcome() instanceof Issued(Coupon coupon, boolean again)) {
            return withOutcome(ask, new Issued(change.apply(coupon), again));
        }
        return ask;
    }

    static Ask withOutcome(Ask ask, Outcome outcome) {
        return new Ask(ask.userId(), ask.sentNanos(), ask.doneNanos(), outcome);
    }
}
