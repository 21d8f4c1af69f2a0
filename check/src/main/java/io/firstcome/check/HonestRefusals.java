package io.firstcome.check;

import io.firstcome.check.Finding.Result;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Every refusal is true: nobody is told of an end, a pause or a missing campaign that is none,
/// nothing is issued to those who ask after an end was told, and no answer is senseless.
final class HonestRefusals implements Check {
    private static final String PROMISE = "Honest refusals";

    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        evidence.asks().forEach(ask -> checkTrue(evidence, ask, violations));
        checkEndIsTheEnd(evidence, violations);
        return statuses(evidence, violations.finding(PROMISE, "every refusal may be true"));
    }

    /// Who sees only the status takes such a refusal for what it is not.
    private static Finding statuses(Evidence evidence, Finding finding) {
        List<String> statuses = evidence.history().told().falseStatuses();
        return statuses.isEmpty() || finding.result() == Result.FAIL
                ? finding
                : new Finding(
                        PROMISE,
                        Result.WARN,
                        finding.evidence()
                                + ", but not by its status: "
                                + String.join(", ", statuses));
    }

    private static void checkTrue(Evidence evidence, Ask ask, Violations violations) {
        switch (ask.outcome()) {
            case Issued _, Unknown _ -> {}
            case Unexpected(String answer) -> violations.add(() -> heard(evidence, ask, answer));
            case Refused(Refusal refusal) -> {
                if (!mayBeTrue(evidence, ask, refusal)) {
                    violations.add(() -> heard(evidence, ask, refusal.name()));
                }
            }
        }
    }

    private static String heard(Evidence evidence, Ask ask, String answer) {
        String when = evidence.afterStart(ask.doneNanos());
        return "%s heard %s at %s".formatted(ask.userId(), answer, when);
    }

    private static boolean mayBeTrue(Evidence evidence, Ask ask, Refusal refusal) {
        return switch (refusal) {
            case SOLD_OUT, NOT_STARTED, NOT_ATTEMPTED -> true;
            case ENDED -> ended(evidence, ask);
            case ALREADY_ISSUED -> mayHaveOne(evidence.asker(ask));
            case PAUSED, NOT_FOUND -> false;
        };
    }

    private static boolean mayHaveOne(Person person) {
        return person.mayHaveIssued() || person.earlier() != null || person.listed() != null;
    }

    private static boolean ended(Evidence evidence, Ask ask) {
        Instant end = evidence.campaign().end();
        return end != null && !evidence.surelyBefore(ask.doneNanos(), Campaign.epochNanos(end));
    }

    private static void checkEndIsTheEnd(Evidence evidence, Violations violations) {
        evidence.asks().stream()
                .filter(ask -> ask.outcome().equals(new Refused(Refusal.ENDED)))
                .min(Comparator.comparingLong(Ask::doneNanos))
                .ifPresent(first -> checkNothingAfter(evidence, first, violations));
    }

    private static void checkNothingAfter(Evidence evidence, Ask first, Violations violations) {
        for (Decision decision : evidence.decisions()) {
            if (decision.fromNanos() > first.doneNanos()) {
                violations.add(() ->
                        "%s, but ordinal %d of %s was asked for at %s"
                                .formatted(
                                        heard(evidence, first, "ENDED"),
                                        decision.coupon().ordinal(),
                                        decision.coupon().userId(),
                                        evidence.afterStart(decision.fromNanos())));
            }
        }
    }
}
