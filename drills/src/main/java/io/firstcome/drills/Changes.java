package io.firstcome.drills;

import io.firstcome.check.Ask;
import io.firstcome.check.Campaign;
import io.firstcome.check.Checker;
import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.check.History;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Refusal;
import io.firstcome.verify.client.ServerClock;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The changes of a campaign during a drop, and the judgement that knows of them: a refusal that
/// was true by the campaign as it stood is no lie by what it became.
final class Changes {
    /// What earlier refusals may contradict when the campaign was changed after them.
    private static final Set<String> ABOUT_REFUSALS =
            Set.of("Honest refusals", "Never falsely sold out");

    private record Span(long fromNanos, long toNanos) {}

    private final ServerClock clock;
    private final List<Span> pauses = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private long raisedNanos = Long.MIN_VALUE;
    private long limit;

    /// @param limit at the beginning
    Changes(ServerClock clock, long limit) {
        this.clock = clock;
        this.limit = limit;
    }

    long limit() {
        return limit;
    }

    /// @param fromNanos before the pause was asked for, by [System#nanoTime]
    /// @param toNanos after its end was answered
    synchronized void paused(long fromNanos, long toNanos) {
        pauses.add(new Span(clock.epochNanos(fromNanos), clock.epochNanos(toNanos)));
    }

    /// It has just been answered that the campaign has so many coupons.
    synchronized void raised(long newLimit) {
        limit = newLimit;
        raisedNanos = clock.epochNanos(System.nanoTime());
    }

    /// Takes note of something that must not be, unless it is so.
    synchronized void require(boolean isSo, String otherwise) {
        if (!isSo) {
            faults.add(otherwise);
        }
    }

    /// Judges by the campaign as it was at last.
    synchronized List<Finding> judge(History history) {
        List<Finding> all = Checker.check(changed(history, history.asks()));
        long doubtNanos = clock.uncertaintyNanos() + history.clockUncertaintyNanos();
        List<Ask> strict =
                history.asks().stream().filter(ask -> !isExcused(ask, doubtNanos)).toList();
        List<Finding> refusals = Checker.check(changed(history, strict));
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            boolean isAboutThem = ABOUT_REFUSALS.contains(all.get(i).promise());
            findings.add(isAboutThem ? refusals.get(i) : all.get(i));
        }
        findings.add(
                new Finding(
                        "Changes hold at once",
                        faults.isEmpty() ? Result.PASS : Result.FAIL,
                        faults.isEmpty()
                                ? "%d pauses, at last %,d coupons".formatted(pauses.size(), limit)
                                : String.join("; ", faults)));
        return findings;
    }

    private History changed(History history, List<Ask> asks) {
        Campaign was = history.campaign();
        return new History(
                new Campaign(was.id(), limit, was.start(), was.end()),
                history.clockUncertaintyNanos(),
                asks,
                history.before(),
                history.after(),
                history.told());
    }

    private boolean isExcused(Ask ask, long doubtNanos) {
        if (!(ask.outcome() instanceof Refused(Refusal refusal))) {
            return false;
        }
        return switch (refusal) {
            case SOLD_OUT -> ask.sentNanos() <= raisedNanos + doubtNanos;
            case PAUSED ->
                    pauses.stream()
                            .anyMatch(pause ->
                                    ask.doneNanos() >= pause.fromNanos() - doubtNanos
                                            && ask.sentNanos() <= pause.toNanos() + doubtNanos);
            case NOT_STARTED, ENDED, NOT_FOUND, ALREADY_ISSUED, NOT_ATTEMPTED -> false;
        };
    }
}
