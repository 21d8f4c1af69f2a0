package io.firstcome.verify.adapter;

import io.firstcome.check.Ask;
import io.firstcome.check.Coupon;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;

/// Brings together what was heard and what is listed, where a system tells half of a coupon in its
/// answers and the other half in its list.
///
/// Requests that name nobody are people of their own, each. A told coupon belongs to whom the
/// answer names, else to whoever asked. A listed coupon without a name belongs to whom its key was
/// told for, else to somebody whose answer was lost, else to nobody. Without a list, there is what
/// was told. What was never told is the same everywhere, so that no check sees a difference in it.
final class Reconciliation {
    private static final String BURNT = "has a coupon already, though it was never given to them";

    private record Key(String userId, String key) {}

    private final Adapter adapter;
    private final History heard;
    private final List<Ask> asks;
    private final Map<Key, Coupon> byKey = new HashMap<>();
    private final Map<String, Coupon> byUser = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> earlier;
    private final List<Coupon> issued = new ArrayList<>();

    /// @param listed the entries of `heard.after()`, in its order
    Reconciliation(Adapter adapter, History heard, List<CouponPaths.Entry> listed) {
        this.adapter = adapter;
        this.heard = heard;
        earlier = users(heard.before().coupons());
        List<Ask> named = adapter.namesUsers() ? heard.asks() : everybodyOnce(heard.asks());
        asks = adapter.answersTellAgain() ? named : repeatsMarked(named);
        for (Ask ask : asks) {
            if (ask.outcome() instanceof Issued(Coupon coupon, boolean _)
                    && !coupon.code().isEmpty()) {
                told.add(ask.userId());
            }
        }
        if (adapter.list() == null || heard.after().failure() != null) {
            addTold();
        } else {
            addListed(listed);
        }
    }

    private static List<Ask> everybodyOnce(List<Ask> asks) {
        List<Ask> renamed = new ArrayList<>(asks.size());
        for (Ask ask : asks) {
            String name = ask.userId() + "#" + (renamed.size() + 1);
            renamed.add(withUser(ask, name));
        }
        return renamed;
    }

    /// Where no answer can say that a coupon is not new, the same coupon for the same person is not
    /// the second time.
    private static List<Ask> repeatsMarked(List<Ask> asks) {
        Set<Key> had = new HashSet<>();
        List<Ask> marked = new ArrayList<>(asks.size());
        for (Ask ask : asks) {
            if (ask.outcome() instanceof Issued(Coupon coupon, boolean _)) {
                boolean again = !had.add(new Key(ask.userId(), coupon.code()));
                marked.add(withOutcome(ask, new Issued(coupon, again)));
            } else {
                marked.add(ask);
            }
        }
        return marked;
    }

    private static Ask withUser(Ask ask, String name) {
        return new Ask(name, ask.dueNanos(), ask.sentNanos(), ask.doneNanos(), ask.outcome());
    }

    private static Ask withOutcome(Ask ask, Outcome outcome) {
        return new Ask(ask.userId(), ask.dueNanos(), ask.sentNanos(), ask.doneNanos(), outcome);
    }

    private void addTold() {
        for (Ask ask : asks) {
            if (ask.outcome() instanceof Issued(Coupon coupon, boolean _)
                    && !(coupon.code().isEmpty() && adapter.answersTellWhich())
                    && !byKey.containsKey(new Key(owner(ask, coupon), coupon.code()))) {
                add(coupon.code(), toldCoupon(owner(ask, coupon), coupon, issued.size() + 1));
            }
        }
    }

    /// Whose coupon an answer tells of.
    private static String owner(Ask ask, Coupon told) {
        return told.userId().isEmpty() ? ask.userId() : told.userId();
    }

    private void addListed(List<CouponPaths.Entry> entries) {
        Map<String, SequencedSet<String>> owners = owners();
        SequencedSet<String> lost = lostPeople();
        for (int index = 0; index < entries.size(); index++) {
            Coupon coupon = heard.after().coupons().get(index);
            String key = adapter.key(entries.get(index));
            if (!entries.get(index).user().isEmpty()) {
                add(key, coupon);
                continue;
            }
            SequencedSet<String> tellers = owners.getOrDefault(key, new LinkedHashSet<>());
            if (!tellers.isEmpty()) {
                add(key, withUser(coupon, tellers.removeFirst()));
            } else if (!lost.isEmpty() && !earlier.contains(coupon.userId())) {
                add(key, withUser(coupon, lost.removeFirst()));
            } else {
                add(key, coupon);
            }
        }
    }

    private void add(String key, Coupon coupon) {
        issued.add(coupon);
        byKey.putIfAbsent(new Key(coupon.userId(), key), coupon);
        byUser.putIfAbsent(coupon.userId(), coupon);
    }

    /// For whom each key was told.
    private Map<String, SequencedSet<String>> owners() {
        Map<String, SequencedSet<String>> owners = new HashMap<>();
        for (Ask ask : asks) {
            if (ask.outcome() instanceof Issued(Coupon coupon, boolean _)) {
                owners.computeIfAbsent(coupon.code(), _ -> new LinkedHashSet<>(1))
                        .add(owner(ask, coupon));
            }
        }
        return owners;
    }

    /// Those who may have a coupon without having been told.
    private SequencedSet<String> lostPeople() {
        SequencedSet<String> lost = new LinkedHashSet<>();
        for (Ask ask : asks) {
            if (mayBeLost(ask.outcome()) && !told.contains(ask.userId())) {
                lost.add(ask.userId());
            }
        }
        return lost;
    }

    static boolean mayBeLost(Outcome outcome) {
        return switch (outcome) {
            case Unknown _, Unexpected _ -> true;
            case Issued _, Refused _ -> false;
        };
    }

    /// The history with every coupon as complete as the system tells it.
    History judged(Told told) {
        return new History(
                heard.campaign(),
                heard.clockUncertaintyNanos(),
                asks.stream().map(this::complete).toList(),
                new Listing(before(), heard.before().codes(), heard.before().issuedCount()),
                after(),
                told);
    }

    private Listing after() {
        if (heard.after().failure() != null) {
            return heard.after();
        }
        List<String> codes = issued.stream().map(Coupon::code).toList();
        long count = adapter.list() == null ? issued.size() : heard.after().issuedCount();
        return new Listing(issued, codes, count);
    }

    /// The earlier coupons, with the places that they have in the list now where the system numbers
    /// none.
    private List<Coupon> before() {
        if (adapter.bestTold().ordinal() != null) {
            return heard.before().coupons();
        }
        Map<Coupon, Coupon> now = new HashMap<>();
        issued.forEach(coupon -> now.put(unnumbered(coupon), coupon));
        return heard.before().coupons().stream()
                .map(coupon -> now.getOrDefault(unnumbered(coupon), coupon))
                .toList();
    }

    private Ask complete(Ask ask) {
        return switch (ask.outcome()) {
            case Issued(Coupon coupon, boolean again) ->
                    withOutcome(ask, new Issued(complete(owner(ask, coupon), coupon), again));
            case Refused(Refusal refusal) ->
                    refusal == Refusal.ALREADY_ISSUED && isBurnt(ask.userId())
                            ? withOutcome(ask, new Unexpected(BURNT))
                            : ask;
            case Unknown _, Unexpected _ -> ask;
        };
    }

    private Coupon complete(String userId, Coupon coupon) {
        Coupon known =
                coupon.code().isEmpty()
                        ? byUser.get(userId)
                        : byKey.get(new Key(userId, coupon.code()));
        return known == null ? toldCoupon(userId, coupon, 0) : known;
    }

    private boolean isBurnt(String userId) {
        return !told.contains(userId) && !earlier.contains(userId);
    }

    private Coupon toldCoupon(String userId, Coupon coupon, long position) {
        CouponPaths paths = adapter.coupon();
        Instant issuedAt = paths.issuedAt() == null ? heard.campaign().start() : coupon.issuedAt();
        long ordinal = paths.ordinal() == null ? position : coupon.ordinal();
        return new Coupon(userId, ordinal, coupon.code(), issuedAt);
    }

    private static Coupon withUser(Coupon coupon, String userId) {
        return new Coupon(userId, coupon.ordinal(), coupon.code(), coupon.issuedAt());
    }

    private static Coupon unnumbered(Coupon coupon) {
        return new Coupon(coupon.userId(), 0, coupon.code(), coupon.issuedAt());
    }

    private static Set<String> users(Collection<Coupon> coupons) {
        Set<String> users = new HashSet<>();
        coupons.forEach(coupon -> users.add(coupon.userId()));
        return users;
    }
}
