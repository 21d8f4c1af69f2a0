package io.firstcome.verify.adapter;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is behind an API: one campaign that issues rightly, or with one fault. Not thread-safe.
final class CouponStore {
    /// What may be wrong with it.
    enum Fault {
        NONE,
        SECOND_COUPON,
        TWICE_THE_LIMIT,
        LOST_SLOTS,
        NOT_STORED,
        SLOTS_LOST_BY_HANG_UPS,
        POPPED_BUT_NEVER_ANSWERED,
        EVERY_COUPON_BURNT,
        DIES,
        FORGETS_ALL,
        KNOWS_NO_CAMPAIGN,
        SUCCESS_TOLD_TWICE,
        SHORT_CODES,
        SAME_CODE_TWICE,
        COUPON_OF_ANOTHER,
        LISTED_THOUGH_NOBODY_GOT_IT,
        SOLD_OUT_TOO_EARLY,
        OPENS_EARLY,
        COUNTS_WRONG
    }

    /// What an API is to say.
    enum Word {
        COUPON,
        DUPLICATE,
        SOLD_OUT,
        NOT_STARTED,
        NO_CAMPAIGN,
        NOTHING
    }

    /// The connection ends without an answer.
    static final class HungUp extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    record Row(int id, String user, String code, Instant issuedAt) {}

    record Answer(Word word, @Nullable Row row) {}

    /// Of people without a coupon: who asks again may come in between.
    private static final int FAULTY_ASK = 5;

    private static final int FAULTY_ASKS = 4;
    private static final int LAST_ASK = 60;

    private final Fault fault;
    private final boolean oneEach;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Row> byUser = new HashMap<>();
    private int asked;
    private int askedWithoutCoupon;
    private int lostSlots;
    private final Set<String> burnt = new HashSet<>();
    int limit;
    Instant start = Instant.EPOCH;

    /// @param oneEach whether people are told apart
    CouponStore(Fault fault, int limit, boolean oneEach) {
        this.fault = fault;
        this.limit = limit;
        this.oneEach = oneEach;
    }

    Answer ask(String user) {
        Instant now = Instant.now();
        if (now.isBefore(start) && fault != Fault.OPENS_EARLY) {
            return new Answer(Word.NOT_STARTED, null);
        }
        asked++;
        if (isForgotten()) {
            return new Answer(Word.NO_CAMPAIGN, null);
        }
        if (burnt.contains(user)) {
            return new Answer(Word.DUPLICATE, null);
        }
        Row had = byUser.get(user);
        if (oneEach && had != null && fault != Fault.SECOND_COUPON) {
            boolean again = fault == Fault.SUCCESS_TOLD_TWICE;
            return new Answer(again ? Word.COUPON : Word.DUPLICATE, had);
        }
        askedWithoutCoupon++;
        if (isOut()) {
            return fault == Fault.COUPON_OF_ANOTHER
                    ? new Answer(Word.COUPON, rows.getFirst())
                    : new Answer(Word.SOLD_OUT, null);
        }
        return isLost(user)
                ? new Answer(Word.NOTHING, null)
                : new Answer(Word.COUPON, issue(user, now));
    }

    /// Takes a coupon of which nobody will hear.
    private boolean isLost(String user) {
        boolean few =
                askedWithoutCoupon >= FAULTY_ASK && askedWithoutCoupon < FAULTY_ASK + FAULTY_ASKS;
        if (fault == Fault.SLOTS_LOST_BY_HANG_UPS && few) {
            lostSlots++;
            throw new HungUp();
        }
        boolean burns =
                fault == Fault.EVERY_COUPON_BURNT
                        || (fault == Fault.POPPED_BUT_NEVER_ANSWERED
                                && askedWithoutCoupon == FAULTY_ASK);
        if (burns) {
            burnt.add(user);
            lostSlots++;
        }
        return burns;
    }

    /// Whether the campaign is gone, if there ever was one.
    private boolean isForgotten() {
        return fault == Fault.KNOWS_NO_CAMPAIGN || (fault == Fault.FORGETS_ALL && asked > LAST_ASK);
    }

    /// Ends a request to a process that is no more.
    void requireAlive() {
        if (fault == Fault.DIES && asked > LAST_ASK) {
            throw new HungUp();
        }
    }

    /// A campaign that is not there takes its reader's connection with it.
    void requireCampaign() {
        if (isForgotten()) {
            throw new HungUp();
        }
    }

    private boolean isOut() {
        return switch (fault) {
            case TWICE_THE_LIMIT -> rows.size() >= 2 * limit;
            case LOST_SLOTS -> rows.size() >= limit - 3;
            case SOLD_OUT_TOO_EARLY -> askedWithoutCoupon == FAULTY_ASK || rows.size() >= limit;
            default -> rows.size() + lostSlots >= limit;
        };
    }

    private Row issue(String user, Instant now) {
        int id = rows.size() + 1;
        int number = fault == Fault.SAME_CODE_TWICE && id == FAULTY_ASK ? 1 : id;
        String code = code(number);
        Row row = new Row(id, user, code, now);
        rows.add(row);
        byUser.put(user, row);
        return row;
    }

    private String code(int number) {
        int digits = fault == Fault.SHORT_CODES ? 2 + number % 5 : 7;
        return "가나다" + ("%0" + digits + "d").formatted(number);
    }

    /// What the database holds.
    List<Row> stored() {
        List<Row> stored = new ArrayList<>(rows);
        if (fault == Fault.NOT_STORED) {
            stored.removeIf(row -> row.id() % 2 == 0);
        }
        if (fault == Fault.LISTED_THOUGH_NOBODY_GOT_IT && !stored.isEmpty()) {
            stored.removeLast();
            stored.add(new Row(999, "4242", code(999), Instant.now()));
        }
        return stored;
    }

    int count() {
        return fault == Fault.COUNTS_WRONG ? 1 : stored().size();
    }
}
