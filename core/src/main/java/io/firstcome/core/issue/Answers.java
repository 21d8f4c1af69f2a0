package io.firstcome.core.issue;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.campaign.CampaignState;
import io.firstcome.core.code.CouponCodes;
import io.firstcome.core.issue.IssueOutcome.AlreadyIssued;
import io.firstcome.core.issue.IssueOutcome.Issued;
import io.firstcome.core.issue.Verdict.Denied;
import io.firstcome.core.issue.Verdict.Granted;
import io.firstcome.core.issue.Verdict.Held;
import io.firstcome.core.ledger.BatchOutcome;
import io.firstcome.core.ledger.BatchOutcome.CampaignGone;
import io.firstcome.core.ledger.BatchOutcome.Decided;
import io.firstcome.core.ledger.Ledger;
import io.firstcome.core.time.LedgerClock;

import java.util.List;

/// Tells the board and then the requests what the ledger decided. Confined to the committer's
/// thread.
final class Answers {
    private final Board board;
    private final CouponCodes codes;
    private final LedgerClock clock;
    private final IssueObserver observer;

    Answers(Board board, Ledger ledger, IssueObserver observer) {
        this.board = board;
        this.codes = new CouponCodes(ledger.codeKey());
        this.clock = ledger.clock();
        this.observer = observer;
    }

    /// Throws, and leaves some unanswered, when `outcomes` are not those of the round.
    void answer(Round round, List<BatchOutcome> outcomes) {
        requireOneEach("outcomes", outcomes, round.lanes().size());
        for (int i = 0; i < outcomes.size(); i++) {
            Round.Lane lane = round.lanes().get(i);
            switch (outcomes.get(i)) {
                case Decided decided -> answer(lane, decided);
                case CampaignGone() -> answerGone(lane);
            }
        }
    }

    private static void requireOneEach(String name, List<?> given, int asked) {
        if (given.size() != asked) {
            throw new IllegalStateException(
                    "%s: %d (expected: %d)".formatted(name, given.size(), asked));
        }
    }

    private void answerGone(Round.Lane lane) {
        board.remove(lane.live().campaign());
        lane.answerRest(new IssueOutcome.NotFound());
    }

    private void answer(Round.Lane lane, Decided decided) {
        requireOneEach("verdicts", decided.verdicts(), lane.size());
        lane.live().publish(decided.campaign());
        if (Decision.saysEnded(decided.verdicts())) {
            lane.live().honourEnd();
        }
        NewCodes newCodes = new NewCodes(decided);
        for (Verdict verdict : decided.verdicts()) {
            lane.answerNext(outcome(decided, verdict, newCodes));
        }
        if (issuesTheFirst(decided)) {
            tellOpened(decided.campaign());
        }
    }

    private static boolean issuesTheFirst(Decided decided) {
        for (Verdict verdict : decided.verdicts()) {
            if (verdict instanceof Granted(Issuance issuance)) {
                return issuance.ordinal() == 1;
            }
        }
        return false;
    }

    private IssueOutcome outcome(Decided decided, Verdict verdict, NewCodes newCodes) {
        Campaign campaign = decided.campaign();
        return switch (verdict) {
            case Granted(Issuance issuance) ->
                    new Issued(
                            new Coupon(campaign.id(), issuance, newCodes.of(issuance.ordinal())));
            case Held(Issuance issuance) ->
                    new AlreadyIssued(
                            new Coupon(campaign.id(), issuance, code(campaign, issuance)));
            case Denied(CampaignState state) ->
                    Refusals.of(campaign, state, decided.decidedAtMicros());
        };
    }

    private String code(Campaign campaign, Issuance issuance) {
        return codes.code(campaign.number(), issuance.ordinal());
    }

    private void tellOpened(Campaign campaign) {
        long startMicros = campaign.terms().window().startMicros();
        if (campaign.revision().createdAtMicros() < startMicros) {
            observer.opened(campaign.id(), clock.nowMicros() - startMicros);
        }
    }

    /// The codes of what a batch granted, made together: the ordinals follow on one another. Only
    /// where a ledger had to attempt a batch again, others may have issued in between.
    private final class NewCodes {
        private final Campaign campaign;
        private final int first;
        private final List<String> together;

        NewCodes(Decided decided) {
            this.campaign = decided.campaign();
            int granted = 0;
            int lowest = Integer.MAX_VALUE;
            for (Verdict verdict : decided.verdicts()) {
                if (verdict instanceof Granted(Issuance issuance)) {
                    granted++;
                    lowest = Math.min(lowest, issuance.ordinal());
                }
            }
            this.first = lowest;
            this.together =
                    granted == 0
                            ? List.of()
                            : List.of(codes.codes(campaign.number(), first, granted));
        }

        String of(int ordinal) {
            int index = ordinal - first;
            return index < together.size()
                    ? together.get(index)
                    : codes.code(campaign.number(), ordinal);
        }
    }
}
