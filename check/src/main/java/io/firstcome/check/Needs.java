package io.firstcome.check;

import io.firstcome.check.Finding.Result;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// What a check must be told.
///
/// @param toJudge without these it says nothing
/// @param toPass without these it may find a promise broken, but not kept
record Needs(Set<Fact> toJudge, Set<Fact> toPass) {
    static Needs of(Check check) {
        return switch (check) {
            case Answered _, HonestRefusals _ -> new Needs(Set.of(), Set.of());
            case NeverOver _ -> new Needs(Set.of(), Set.of(Fact.LIST));
            case NoLeakedSlot _, NeverFalselyOut _ ->
                    new Needs(Set.of(Fact.EVERY_COUPON), Set.of(Fact.LIST));
            case OneEach _ -> new Needs(Set.of(Fact.USER), Set.of(Fact.LIST));
            case SameAnswer _ -> new Needs(Set.of(Fact.USER), Set.of(Fact.WHICH_COUPON));
            case AckMeansDurable _, NothingUnasked _, AppendOnly _ ->
                    new Needs(Set.of(Fact.LIST), Set.of());
            case GaplessOrdinals _, FirstCome _ -> new Needs(Set.of(Fact.ORDINAL), Set.of());
            case ClockForward _ -> new Needs(Set.of(Fact.ORDINAL, Fact.ISSUE_TIME), Set.of());
            case IssueTimesTrue _ ->
                    new Needs(Set.of(Fact.ISSUE_TIME, Fact.START, Fact.ORDINAL), Set.of());
            case NothingEarly _ -> new Needs(Set.of(Fact.START), Set.of(Fact.ISSUE_TIME));
            case OpensOnTime _, OpeningLag _ -> new Needs(Set.of(Fact.START), Set.of());
            case CodesWellFormed _ -> new Needs(Set.of(Fact.CODE), Set.of(Fact.LIST));
            case ListsAgree _ -> new Needs(Set.of(Fact.LIST, Fact.COUNT), Set.of());
            default -> new Needs(EnumSet.allOf(Fact.class), Set.of());
        };
    }

    /// The finding as far as it may be said of a system that leaves these facts untold.
    Finding judged(Finding finding, Set<Fact> untold) {
        Set<Fact> lacking = common(toJudge, untold);
        if (!lacking.isEmpty()) {
            return skip(finding, words(lacking));
        }
        Set<Fact> doubtful = common(toPass, untold);
        if (!doubtful.isEmpty() && finding.result() != Result.FAIL) {
            return skip(finding, words(doubtful) + "; as far as told: " + finding.evidence());
        }
        return finding;
    }

    private static Finding skip(Finding finding, String lacking) {
        return new Finding(finding.promise(), Result.SKIP, "not told by this system: " + lacking);
    }

    private static Set<Fact> common(Set<Fact> some, Set<Fact> others) {
        Set<Fact> common = EnumSet.noneOf(Fact.class);
        common.addAll(some);
        common.retainAll(others);
        return common;
    }

    private static String words(Set<Fact> facts) {
        return facts.stream().map(Fact::words).collect(Collectors.joining(", "));
    }
}
