package io.firstcome.verify.report;

import io.firstcome.check.Ask;
import io.firstcome.check.Campaign;
import io.firstcome.check.Coupon;
import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;
import io.firstcome.check.Verdict;
import io.firstcome.verify.load.LoadSummary;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Histories whose figures can be told by looking at them.
final class SmallHistory {
    static final Instant START = Instant.parse("2025-06-23T11:57:00Z");
    static final String COMMAND = "./firstcome verify --users 3 --seed 7";
    private static final long MICRO = 1_000;

    private SmallHistory() {}

    /// Three people and two coupons: ada is early and then first; bob asks after ada but overtakes
    /// her; eve's first ask is lost and her second too late.
    static History history() {
        Coupon ada = coupon("ada", 2);
        Coupon bob = coupon("bob", 1);
        List<Ask> asks =
                List.of(
                        ask("ada", -2_000, 1_000, new Refused(Refusal.NOT_STARTED)),
                        ask("ada", 500, 2_500, new Issued(ada, false)),
                        ask("bob", 750, 1_000, new Issued(bob, false)),
                        ask("eve", 1_000, 3_000, new Unknown("reset")),
                        ask("ada", 4_000, 500, new Issued(ada, true)),
                        ask("eve", 4_500, 250, new Refused(Refusal.SOLD_OUT)));
        List<Coupon> listed = List.of(bob, ada);
        Listing after = new Listing(listed, listed.stream().map(Coupon::code).toList(), 2);
        return new History(campaign("small", 2), 250 * MICRO, asks, Listing.EMPTY, after);
    }

    static Campaign campaign(String id, long limit) {
        return Campaign.limited(id, limit, START);
    }

    static Coupon coupon(String user, long ordinal) {
        return new Coupon(user, ordinal, "code-" + ordinal, START);
    }

    /// Times are in microseconds, after the start.
    static Ask ask(String user, long sentMicros, long tookMicros, Outcome outcome) {
        return waiting(user, sentMicros, 0, tookMicros, outcome);
    }

    /// An ask that waited before it was sent.
    static Ask waiting(
            String user, long dueMicros, long waitedMicros, long tookMicros, Outcome outcome) {
        long dueNanos = campaign("any", 1).startNanos() + dueMicros * MICRO;
        long sentNanos = dueNanos + waitedMicros * MICRO;
        return new Ask(user, dueNanos, sentNanos, sentNanos + tookMicros * MICRO, outcome);
    }

    /// Ten people who are due at the opening, at a server that takes 1 ms for each and has one
    /// connection.
    static History waitingHistory() {
        List<Ask> asks = new ArrayList<>();
        for (int user = 0; user < 10; user++) {
            Refused soldOut = new Refused(Refusal.SOLD_OUT);
            asks.add(waiting("user-" + user, 0, user * 1_000L, 1_000, soldOut));
        }
        return new History(campaign("waiting", 1), 0, asks, Listing.EMPTY, Listing.EMPTY);
    }

    static Account account(History history) {
        return new Account(verdict(), history, settings(), new LoadSummary(6, 5, 1, 0));
    }

    static Settings settings() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("users", 3);
        values.put("seed", 7L);
        return new Settings(values, COMMAND);
    }

    static Verdict verdict() {
        return new Verdict(
                List.of(
                        new Finding("Never over", Result.PASS, "2 coupons of 2"),
                        new Finding("First coupon within 5 ms", Result.WARN, "told late"),
                        new Finding("One each", Result.FAIL, "ada has two")));
    }

    /// So many people who ask twice, one every 5 µs: a tenth of them wins.
    static History large(int users) {
        List<Ask> asks = new ArrayList<>();
        List<Coupon> coupons = new ArrayList<>();
        List<Refusal> refusals = List.of(Refusal.values());
        for (int user = 0; user < users; user++) {
            String name = "user-" + user;
            boolean wins = user % 10 == 0;
            long ordinal = 1 + (user ^ 0x40L) / 10;
            Coupon coupon = coupon(name, ordinal);
            long took = 300 + user * 7919L % 1_500 + (user % 999 == 0 ? 30_000 : 0);
            Outcome refused = new Refused(refusals.get(user % refusals.size()));
            asks.add(ask(name, 5L * user, took, wins ? new Issued(coupon, false) : refused));
            asks.add(ask(name, -5L * user, took, new Refused(Refusal.NOT_STARTED)));
            if (wins) {
                coupons.add(coupon);
            }
        }
        Listing after =
                new Listing(coupons, coupons.stream().map(Coupon::code).toList(), coupons.size());
        return new History(campaign("large", users / 10), 0, asks, Listing.EMPTY, after);
    }
}
