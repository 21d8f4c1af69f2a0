package io.firstcome.verify;

import io.firstcome.check.Coupon;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A campaign that issues rightly, or with one fault. Not thread-safe.
final class ToyCampaign {
    /// What may be wrong with it.
    enum Fault {
        NONE,
        ONE_TOO_MANY,
        ONE_LEAKED,
        FORGETS_PEOPLE,
        OTHER_CODE_AT_RETRY,
        TELLS_LOSERS_OF_A_WINNERS_COUPON,
        SAME_CODE_FOR_ALL,
        OPENS_EARLY,
        OPENS_LATE,
        SKIPS_AN_ORDINAL,
        FORGETS_A_COUPON,
        COUNTS_WRONG,
        SAYS_PAUSED,
        NEVER_ENDS
    }

    private static final int FAULTY_ORDINAL = 5;

    final String id;
    final long limit;
    final Instant start;
    final @Nullable Instant end;
    private final Fault fault;
    private final Map<String, Coupon> byUser = new LinkedHashMap<>();
    private final List<Coupon> issued = new ArrayList<>();

    ToyCampaign(String id, long limit, Instant start, @Nullable Instant end, Fault fault) {
        this.id = id;
        this.limit = limit;
        this.start = start;
        this.end = end;
        this.fault = fault;
    }

    /// The HTTP body of the answer; a success begins with a coupon.
    String issue(String userId) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (now.isBefore(opening())) {
            return refusal("failed_precondition", "NOT_STARTED");
        }
        if (fault == Fault.SAYS_PAUSED && issued.size() == FAULTY_ORDINAL) {
            issue(userId, now);
            return refusal("failed_precondition", "PAUSED");
        }
        Coupon had = byUser.get(userId);
        if (had != null && fault != Fault.FORGETS_PEOPLE) {
            return "{\"coupon\":" + json(again(had)) + ",\"alreadyIssued\":true}";
        }
        if (end != null && !now.isBefore(end) && fault != Fault.NEVER_ENDS) {
            return refusal("failed_precondition", "ENDED");
        }
        if (issued.size() >= available()) {
            return late(userId);
        }
        return "{\"coupon\":" + json(issue(userId, now)) + "}";
    }

    private String late(String userId) {
        if (fault == Fault.TELLS_LOSERS_OF_A_WINNERS_COUPON) {
            byUser.put(userId, issued.getFirst());
            return "{\"coupon\":" + json(issued.getFirst()) + "}";
        }
        return refusal("resource_exhausted", "SOLD_OUT");
    }

    private Instant opening() {
        return switch (fault) {
            case OPENS_EARLY -> start.minusSeconds(60);
            case OPENS_LATE -> start.plusMillis(500);
            default -> start;
        };
    }

    private long available() {
        return switch (fault) {
            case ONE_TOO_MANY -> limit + 1;
            case ONE_LEAKED -> limit - 1;
            default -> limit;
        };
    }

    private Coupon again(Coupon had) {
        return fault == Fault.OTHER_CODE_AT_RETRY
                ? new Coupon(had.userId(), had.ordinal(), code(999), had.issuedAt())
                : had;
    }

    private Coupon issue(String userId, Instant now) {
        int ordinal = issued.size() + 1;
        boolean skips = fault == Fault.SKIPS_AN_ORDINAL && ordinal >= FAULTY_ORDINAL;
        String code = code(fault == Fault.SAME_CODE_FOR_ALL ? 1 : ordinal);
        Coupon coupon = new Coupon(userId, skips ? ordinal + 1 : ordinal, code, now);
        byUser.put(userId, coupon);
        issued.add(coupon);
        return coupon;
    }

    private static String code(int index) {
        return "가나다%07d".formatted(index);
    }

    /// Everything issued, as the list tells it.
    List<Coupon> listed() {
        List<Coupon> listed = new ArrayList<>(issued);
        if (fault == Fault.FORGETS_A_COUPON) {
            listed.removeIf(coupon -> coupon.ordinal() == FAULTY_ORDINAL);
        }
        return listed;
    }

    long issuedCount() {
        return fault == Fault.COUNTS_WRONG ? 1 : listed().size();
    }

    static String refusal(String code, String reason) {
        return "{\"code\":\"%s\",\"message\":\"no\",\"details\":[{\"debug\":{\"reason\":\"%s\"}}]}"
                .formatted(code, reason);
    }

    static String json(Coupon coupon) {
        return "{\"userId\":\"%s\",\"ordinal\":%d,\"code\":\"%s\",\"issuedAt\":\"%s\"}"
                .formatted(coupon.userId(), coupon.ordinal(), coupon.code(), coupon.issuedAt());
    }
}
