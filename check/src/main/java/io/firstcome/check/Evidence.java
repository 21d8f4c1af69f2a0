package io.firstcome.check;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A history with the indexes that the checks share.
final class Evidence {
    private final History history;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final Set<Coupon> listed;
    private final List<Decision> decisions;
    private final IssueTimes times;

    Evidence(History history) {
        this.history = history;
        listed = new HashSet<>(history.after().coupons());
        history.asks().forEach(ask -> person(ask.userId()).add(ask));
        history.before().coupons().forEach(coupon -> person(coupon.userId()).addEarlier(coupon));
        history.after().coupons().forEach(coupon -> person(coupon.userId()).addListed(coupon));
        decisions = Decision.of(this);
        times = IssueTimes.of(history);
    }

    private Person person(String userId) {
        return people.computeIfAbsent(userId, Person::new);
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

    /// Whether the server lists exactly this coupon.
    boolean lists(Coupon coupon) {
        return listed.contains(coupon);
    }

    /// Everybody who asked or has a coupon.
    Collection<Person> people() {
        return Collections.unmodifiableCollection(people.values());
    }

    /// Whoever has this coupon, of those listed.
    Person holder(Coupon coupon) {
        return requireNonNull(people.get(coupon.userId()));
    }

    /// Whoever sent this ask.
    Person asker(Ask ask) {
        return requireNonNull(people.get(ask.userId()));
    }

    /// When the listed coupons were decided.
    List<Decision> decisions() {
        return decisions;
    }

    long startNanos() {
        return campaign().startNanos();
    }

    /// Whether a time of the server's clock is before a stamp, or a stamp before a time of that
    /// clock, however far the two may be apart.
    boolean surelyBefore(long oneNanos, long otherNanos) {
        long latest = oneNanos + history.clockUncertaintyNanos();
        return latest >= oneNanos && latest < otherNanos;
    }

    /// Whether a listed coupon was issued before a stamp, by its own time.
    boolean issuedSurelyBefore(Coupon coupon, long stampNanos) {
        return times.told() && surelyBefore(times.latestNanos(coupon), stampNanos);
    }

    /// Whether a listed coupon was issued after a stamp, by its own time.
    boolean issuedSurelyAfter(Coupon coupon, long stampNanos) {
        return times.told() && surelyBefore(stampNanos, times.earliestNanos(coupon));
    }

    /// How exactly the system tells its times.
    IssueTimes times() {
        return times;
    }

    /// A stamp as people read it: milliseconds after the start.
    String afterStart(long stampNanos) {
        return String.format(Locale.ROOT, "%+.3f ms", (stampNanos - startNanos()) / 1e6);
    }

    /// A time of the server's clock as people read it: milliseconds after the start.
    String afterStart(Instant time) {
        return afterStart(Campaign.epochNanos(time));
    }
}
