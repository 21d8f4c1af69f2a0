package io.firstcome.check;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A history with the indexes that the checks share.
final class Evidence {
    private final History history;
    private final Map<String, List<Ask>> asksByUser = new HashMap<>();
    private final Map<String, Coupon> listedByUser;
    private final Map<String, Coupon> earlierByUser;

    Evidence(History history) {
        this.history = history;
        for (Ask ask : history.asks()) {
            asksByUser.computeIfAbsent(ask.userId(), _ -> new ArrayList<>(4)).add(ask);
        }
        listedByUser = byUser(history.after().coupons());
        earlierByUser = byUser(history.before().coupons());
    }

    private static Map<String, Coupon> byUser(List<Coupon> coupons) {
        Map<String, Coupon> index = HashMap.newHashMap(coupons.size());
        for (Coupon coupon : coupons) {
            index.putIfAbsent(coupon.userId(), coupon);
        }
        return Collections.unmodifiableMap(index);
    }

    Campaign campaign() {
        return history.campaign();
    }

    History history() {
        return history;
    }

    List<Ask> asks() {
        return history.asks();
    }

    List<Coupon> listed() {
        return history.after().coupons();
    }

    /// The asks of each user who asked.
    Map<String, List<Ask>> asksByUser() {
        return asksByUser;
    }

    List<Ask> asksOf(String userId) {
        return asksByUser.getOrDefault(userId, List.of());
    }

    /// The coupon the server lists for a user.
    @Nullable Coupon listedFor(String userId) {
        return listedByUser.get(userId);
    }

    /// The coupon that the server listed for a user before anybody asked.
    @Nullable Coupon earlierFor(String userId) {
        return earlierByUser.get(userId);
    }

    long startNanos() {
        return campaign().startNanos();
    }

    /// A stamp as people read it: milliseconds after the start.
    String afterStart(long stampNanos) {
        return String.format(Locale.ROOT, "%+.3f ms", (stampNanos - startNanos()) / 1e6);
    }
}
