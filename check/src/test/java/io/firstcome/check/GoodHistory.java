package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unknown;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What a perfect server and its crowd may have seen, from a seed: with lost and shed requests,
/// early birds, several asks of one user in flight, and a clock that is a little off.
final class GoodHistory {
    static final Instant START = Instant.parse("2025-06-23T11:57:00Z");
    static final long START_NANOS = Campaign.epochNanos(START);
    static final long UNCERTAINTY_NANOS = 100_000;
    private static final long MILLI = 1_000_000;
    private static final String SYMBOLS = "가나다라마거너더러머버서어저0123456789";

    private record Decision(String userId, long sent, long decided, long done) {}

    private final Random random;
    private final int limit;
    private final Map<String, Coupon> coupons = new LinkedHashMap<>();
    private final List<Ask> asks = new ArrayList<>();

    private GoodHistory(long seed, int limit) {
        random = new Random(seed);
        this.limit = limit;
    }

    /// A history of `users` people asking three times on average.
    static History of(long seed, int limit, int users) {
        GoodHistory history = new GoodHistory(seed, limit);
        history.play(users, -40 * MILLI);
        return history.finished(Listing.EMPTY);
    }

    /// The second run of `users` people against a campaign that another crowd has been at.
    static History resumed(long seed, int limit, int users) {
        GoodHistory history = new GoodHistory(seed, limit);
        history.play(users / 4 + 1, -40 * MILLI);
        Listing before = Histories.listing(new ArrayList<>(history.coupons.values()));
        history.asks.clear();
        history.play(users, 1_000 * MILLI);
        return history.finished(before);
    }

    private void play(int users, long firstNanos) {
        List<Decision> decisions = new ArrayList<>();
        long skew = random.nextLong(-UNCERTAINTY_NANOS, UNCERTAINTY_NANOS);
        for (int ask = 0; ask < 3 * users; ask++) {
            long sent = START_NANOS + firstNanos + random.nextLong(140 * MILLI);
            long decided = sent + 1 + random.nextLong(2 * MILLI);
            long done = decided + 1 + random.nextLong(2 * MILLI);
            decisions.add(
                    new Decision(
                            "user-" + random.nextInt(users), sent + skew, decided, done + skew));
        }
        decisions.sort(Comparator.comparingLong(Decision::decided));
        decisions.forEach(this::decide);
    }

    private void decide(Decision decision) {
        Outcome truth =
                random.nextInt(30) == 0
                        ? new Refused(Refusal.NOT_ATTEMPTED)
                        : truth(decision.userId(), decision.decided());
        boolean lost = random.nextInt(30) == 0;
        Outcome heard = lost ? new Unknown("reset") : truth;
        asks.add(new Ask(decision.userId(), decision.sent(), decision.done(), heard));
    }

    private Outcome truth(String userId, long decided) {
        if (decided < START_NANOS) {
            return new Refused(Refusal.NOT_STARTED);
        }
        Coupon had = coupons.get(userId);
        if (had != null) {
            return new Issued(had, true);
        }
        if (coupons.size() == limit) {
            return new Refused(Refusal.SOLD_OUT);
        }
        Coupon coupon = coupon(userId, decided);
        coupons.put(userId, coupon);
        return new Issued(coupon, false);
    }

    private Coupon coupon(String userId, long decided) {
        Instant issuedAt = START.plusNanos(decided - START_NANOS);
        return new Coupon(
                userId,
                coupons.size() + 1,
                code(coupons.size() + 1),
                issuedAt.truncatedTo(ChronoUnit.MICROS));
    }

    static String code(int index) {
        StringBuilder code = new StringBuilder();
        int rest = index;
        for (int symbol = 0; symbol < 10; symbol++) {
            code.append(SYMBOLS.charAt(rest % SYMBOLS.length()));
            rest /= SYMBOLS.length();
        }
        return code.toString();
    }

    private History finished(Listing before) {
        return new History(
                Campaign.limited("campaign", limit, START),
                UNCERTAINTY_NANOS,
                asks,
                before,
                Histories.listing(new ArrayList<>(coupons.values())));
    }
}
