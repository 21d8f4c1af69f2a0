package io.firstcome.check;

import io.firstcome.check.Finding.Result;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Somebody was answered at all, and how many were left without a clear answer.
final class Answered implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        List<Person> askers =
                evidence.people().stream().filter(person -> !person.asks().isEmpty()).toList();
        List<Person> without = askers.stream().filter(Answered::unanswered).toList();
        String text =
                String.format(
                        Locale.ROOT,
                        "%,d of %,d users got a clear answer",
                        askers.size() - without.size(),
                        askers.size());
        return new Finding(
                "Everyone is answered", result(askers.size(), without.size()), text + who(without));
    }

    private static Result result(int askers, int unanswered) {
        if (unanswered == askers) {
            return Result.FAIL;
        }
        return unanswered == 0 ? Result.PASS : Result.WARN;
    }

    private static String who(List<Person> without) {
        if (without.isEmpty()) {
            return "";
        }
        return without.stream()
                .limit(Violations.EXAMPLES_MAX)
                .map(Person::userId)
                .collect(Collectors.joining(", ", "; none: ", ""));
    }

    private static boolean unanswered(Person person) {
        return person.asks().stream().map(Ask::outcome).allMatch(Answered::unclear);
    }

    private static boolean unclear(Outcome outcome) {
        return switch (outcome) {
            case Issued _, Unexpected _ -> false;
            case Refused(Refusal refusal) -> refusal == Refusal.NOT_ATTEMPTED;
            case Unknown _ -> true;
        };
    }
}
