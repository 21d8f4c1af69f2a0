package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unknown;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
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
    private static final long SECOND_RUN_NANOS = 1_000 * MILLI;
    private static final String SYMBOLS = "가나다라마거너더러머버서어저0123456789";

    /// What a history is made of.
    ///
    /// @param resolution to which the server cuts its times
    /// @param troubleEvery one ask in so many is lost, and one is shed
    /// @param bursts how often the crowd comes back, after a pause
    private record Scene(
            Campaign campaign,
            long uncertaintyNanos,
            ChronoUnit resolution,
            int troubleEvery,
            int bursts) {
        static Scene limited(int limit) {
            return new Scene(
                    Campaign.limited("campaign", limit, START),
                    UNCERTAINTY_NANOS,
                    ChronoUnit.MICROS,
                    30,
                    1);
        }

        static Scene random(Random random, int users) {
            Long limit =
                    random.nextInt(4) == 0 ? null : Long.valueOf(1 + random.nextInt(users + 3));
            Instant end =
                    random.nextInt(3) == 0
                            ? START.plusNanos(1 + random.nextLong(150 * MILLI))
                            : null;
            ChronoUnit[] resolutions = {ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS};
            return new Scene(
                    new Campaign("campaign-" + random.nextInt(), limit, START, end),
                    random.nextInt(3) == 0 ? 0 : random.nextLong(5 * MILLI),
                    resolutions[random.nextInt(resolutions.length)],
                    2 + random.nextInt(30),
                    1 + random.nextInt(4));
        }
    }

    /// What becomes of an ask.
    private enum Fate {
        HEARD,
        SHED,
        NEVER_CAME,
        ANSWER_LOST
    }

    private record Planned(String userId, long sent, long decided, long done, Fate fate) {}

    private final Random random;
    private final Scene scene;
    private final Map<String, Coupon> coupons = new LinkedHashMap<>();
    private final List<Ask> asks = new ArrayList<>();

    private GoodHistory(Random random, Scene scene) {
        this.random = random;
        this.scene = scene;
    }

    /// A history of `users` people asking three times on average.
    static History of(long seed, int limit, int users) {
        GoodHistory history = new GoodHistory(new Random(seed), Scene.limited(limit));
        history.play(users, 3 * users, -40 * MILLI);
        return history.finished(Listing.EMPTY);
    }

    /// A small history with everything at random: the limit or none, an end or none, people, asks,
    /// trouble, pauses, the clocks, and whether another crowd has been there before.
    static History random(long seed) {
        Random random = new Random(seed);
        int users = 1 + random.nextInt(40);
        GoodHistory history = new GoodHistory(random, Scene.random(random, users));
        int asks = 1 + random.nextInt(4 * users);
        history.play(users, asks, -40 * MILLI);
        return random.nextInt(4) == 0
                ? history.resumed(users + 2, asks)
                : history.finished(Listing.EMPTY);
    }

    /// The second run, of people some of whom were in the first.
    private History resumed(int users, int times) {
        Listing before = Histories.listing(new ArrayList<>(coupons.values()));
        asks.clear();
        play(users, times, SECOND_RUN_NANOS);
        return finished(before);
    }

    private void play(int users, int times, long firstNanos) {
        long uncertainty = scene.uncertaintyNanos();
        long skew = uncertainty == 0 ? 0 : random.nextLong(-uncertainty, uncertainty);
        List<Planned> plan = new ArrayList<>();
        for (int ask = 0; ask < times; ask++) {
            Fate fate = ask == 0 ? Fate.HEARD : fate();
            plan.add(planned("user-" + random.nextInt(users), firstNanos, fate));
        }
        plan.sort(Comparator.comparingLong(Planned::decided));
        plan.forEach(planned -> decide(planned, skew));
        Collections.shuffle(asks, random);
    }

    private Fate fate() {
        return switch (random.nextInt(scene.troubleEvery())) {
            case 0 -> Fate.SHED;
            case 1 -> random.nextBoolean() ? Fate.NEVER_CAME : Fate.ANSWER_LOST;
            default -> Fate.HEARD;
        };
    }

    /// A lost request may be decided long after its asker has given up.
    private Planned planned(String userId, long firstNanos, Fate fate) {
        long pause = 80 * MILLI * random.nextInt(scene.bursts());
        long sent =
                START_NANOS + firstNanos + pause + random.nextLong(140 * MILLI / scene.bursts());
        long decided = sent + 1 + random.nextLong(2 * MILLI);
        long done = decided + 1 + random.nextLong(2 * MILLI);
        long late = fate == Fate.ANSWER_LOST ? random.nextLong(40 * MILLI) : 0;
        return new Planned(userId, sent, decided + late, done, fate);
    }

    private void decide(Planned ask, long skew) {
        Outcome heard =
                switch (ask.fate()) {
                    case HEARD -> truth(ask.userId(), ask.decided());
                    case SHED -> new Refused(Refusal.NOT_ATTEMPTED);
                    case NEVER_CAME -> new Unknown("timeout");
                    case ANSWER_LOST -> {
                        truth(ask.userId(), ask.decided());
                        yield new Unknown("reset");
                    }
                };
        asks.add(new Ask(ask.userId(), ask.sent() + skew, ask.done() + skew, heard));
    }

    private Outcome truth(String userId, long decided) {
        Coupon had = coupons.get(userId);
        if (had != null) {
            return new Issued(had, true);
        }
        Refusal refusal = refusal(START.plusNanos(decided - START_NANOS));
        if (refusal != null) {
            return new Refused(refusal);
        }
        Coupon coupon = coupon(userId, decided);
        coupons.put(userId, coupon);
        return new Issued(coupon, false);
    }

    private @Nullable Refusal refusal(Instant decided) {
        Campaign campaign = scene.campaign();
        if (campaign.end() != null && !decided.isBefore(campaign.end())) {
            return Refusal.ENDED;
        }
        if (decided.isBefore(campaign.start())) {
            return Refusal.NOT_STARTED;
        }
        Long limit = campaign.limit();
        return limit != null && coupons.size() == limit ? Refusal.SOLD_OUT : null;
    }

    private Coupon coupon(String userId, long decided) {
        Duration afterStart = Duration.ofNanos(decided - START_NANOS);
        return new Coupon(
                userId,
                coupons.size() + 1,
                code(coupons.size() + 1),
                START.plus(afterStart).truncatedTo(scene.resolution()));
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
                scene.campaign(),
                scene.uncertaintyNanos(),
                asks,
                before,
                Histories.listing(new ArrayList<>(coupons.values())));
    }
}
