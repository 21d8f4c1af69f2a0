package io.firstcome.verify.history;

import io.firstcome.check.Ask;
import io.firstcome.check.Campaign;
import io.firstcome.check.Coupon;
import io.firstcome.check.Fact;
import io.firstcome.check.History;
import io.firstcome.check.Listing;
import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;
import io.firstcome.check.Told;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Histories with anything in them, whether it makes sense or not.
final class RandomHistory {
    private static final Instant START = Instant.parse("2025-06-23T11:57:00Z");

    /// Of text, of JSON, of Hangul, of line ends, and halves of a pair.
    private static final String LETTERS = "ab0 \"\\{}[],:/가힣é\u0000\n\r\t\u2028\uFFFD\uD83D\uDE00";

    private final Random random;

    private RandomHistory(long seed) {
        random = new Random(seed);
    }

    static History of(long seed) {
        RandomHistory one = new RandomHistory(seed);
        return new History(
                one.campaign(),
                one.random.nextLong(Long.MAX_VALUE),
                one.list(one::ask),
                one.listing(),
                one.listing(),
                one.told());
    }

    /// Six lines: a header, three asks, a coupon and its code.
    static History small() {
        Coupon coupon = new Coupon("u", 1, "가나다라마바사아자0", START);
        return new History(
                new Campaign("c", 1L, START, null),
                7,
                List.of(
                        new Ask("u", 1, 2, new Issued(coupon, false)),
                        new Ask("v", 1, 2, new Refused(Refusal.SOLD_OUT)),
                        new Ask("w", 1, 2, new Unknown("timeout"))),
                Listing.EMPTY,
                new Listing(List.of(coupon), List.of(coupon.code()), 1));
    }

    private Campaign campaign() {
        return new Campaign(
                text(),
                random.nextBoolean() ? null : random.nextLong(),
                instant(),
                random.nextBoolean() ? null : instant());
    }

    private <T> List<T> list(Supplier<T> each) {
        return Stream.generate(each).limit(random.nextInt(30)).toList();
    }

    private Ask ask() {
        long[] stamps = random.longs(3).sorted().toArray();
        return random.nextBoolean()
                ? new Ask(text(), stamps[0], stamps[1], stamps[2], outcome())
                : new Ask(text(), stamps[1], stamps[2], outcome());
    }

    private Outcome outcome() {
        return switch (random.nextInt(4)) {
            case 0 -> new Issued(coupon(), random.nextBoolean());
            case 1 -> new Unknown(text());
            case 2 -> new Unexpected(text());
            default ->
                    new Refused(
                            List.of(Refusal.values()).get(random.nextInt(Refusal.values().length)));
        };
    }

    private Listing listing() {
        return new Listing(
                list(this::coupon),
                list(this::text),
                random.nextLong(),
                random.nextInt(4) == 0 ? text() : null);
    }

    private Told told() {
        List<Fact> facts = new ArrayList<>(List.of(Fact.values()));
        Collections.shuffle(facts, random);
        return new Told(
                Set.copyOf(facts.subList(0, random.nextInt(facts.size()))),
                random.nextBoolean() ? null : text(),
                list(this::text));
    }

    private Coupon coupon() {
        return new Coupon(text(), random.nextLong(), text(), instant());
    }

    private Instant instant() {
        return switch (random.nextInt(8)) {
            case 0 -> Instant.MIN;
            case 1 -> Instant.MAX;
            default -> START.plusNanos(random.nextLong());
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int index = 0; index < length; index++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
