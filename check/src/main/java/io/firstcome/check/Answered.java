package io.firstcome.check;

import io.firstcome.check.Finding.Result;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;

import java.util.List;
import java.util.Locale;

/// Somebody was answered at all, and how many were left without a clear answer.
final class Answered implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        long users = evidence.asksByUser().size();
        long unanswered =
                evidence.asksByUser().values().stream().filter(Answered::unanswered).count();
        String text =
                String.format(
                        Locale.ROOT,
                        "%,d of %,d users got a clear answer",
                        users - unanswered,
                        users);
        return new Finding("Everyone is answered", result(users, unanswered), text);
    }

    private static Result result(long users, long unanswered) {
        if (unanswered == users) {
            return Result.FAIL;
        }
        return unanswered == 0 ? Result.PASS : Result.WARN;
    }

    private static boolean unanswered(List<Ask> asks) {
        return asks.stream().map(Ask::outcome).allMatch(Answered::unclear);
    }

    private static boolean unclear(Outcome outcome) {
        return switch (outcome) {
            case Issued _, Unexpected _ -> false;
            case Refused(Refusal refusal) -> refusal == Refusal.NOT_ATTEMPTED;
            case Unknown _ -> true;
        };
    }
}
