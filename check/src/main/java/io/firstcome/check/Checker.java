package io.firstcome.check;

import java.util.List;
import java.util.Set;

/// Judges a history by every promise that a client can see.
public final class Checker {
    private static final List<Check> CHECKS =
            List.of(
                    new Answered(),
                    new NeverOver(),
                    new NoLeakedSlot(),
                    new NeverFalselyOut(),
                    new OneEach(),
                    new SameAnswer(),
                    new AckMeansDurable(),
                    new NothingUnasked(),
                    new GaplessOrdinals(),
                    new FirstCome(),
                    new NothingEarly(),
                    new OpensOnTime(),
                    new OpeningLag(),
                    new ClockForward(),
                    new IssueTimesTrue(),
                    new CodesWellFormed(),
                    new ListsAgree(),
                    new AppendOnly(),
                    new HonestRefusals());

    private Checker() {}

    /// One finding for each promise, always in the same order.
    public static List<Finding> check(History history) {
        Evidence evidence = new Evidence(history);
        return CHECKS.stream()
                .map(check ->
                        Needs.of(check).judged(check.examine(evidence), untold(check, history)))
                .toList();
    }

    /// That a list can not be read speaks against what is to be in it, and about nothing else.
    private static Set<Fact> untold(Check check, History history) {
        return check instanceof AckMeansDurable ? history.told().untold() : history.untold();
    }

    /// What several histories show together: no two coupons, of whatever campaigns, have one code.
    ///
    /// Histories of one campaign may tell of the same coupons.
    public static Finding checkTogether(List<History> histories) {
        return CodesApart.examine(histories);
    }
}
