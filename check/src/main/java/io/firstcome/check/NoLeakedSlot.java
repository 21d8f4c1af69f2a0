package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// As many people have a coupon as asked in time, up to the limit.
///
/// Who only got an unknown outcome counts when they have one; `NothingUnasked` bounds the other
/// side.
final class NoLeakedSlot implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        List<Person> people = evidence.people().stream().filter(NoLeakedSlot::came).toList();
        Long limit = evidence.campaign().limit();
        long expected = limit == null ? people.size() : Math.min(limit, people.size());
        long count = people.stream().filter(person -> person.listed() != null).count();
        Violations violations = new Violations();
        if (count < expected) {
            violations.add(() ->
                    "%d people have a coupon (expected: %d); without one: %s"
                            .formatted(count, expected, without(people)));
        }
        return violations.finding(
                "No slot leaked",
                String.format(Locale.ROOT, "%,d coupons, %,d people came", count, people.size()));
    }

    private static boolean came(Person person) {
        return person.earlier() != null
                || person.listed() != null
                || person.asks().stream().anyMatch(ask -> cameInTime(ask.outcome()));
    }

    private static boolean cameInTime(Outcome outcome) {
        return switch (outcome) {
            case Issued _ -> true;
            case Refused(Refusal refusal) -> refusal == Refusal.SOLD_OUT;
            case Unknown _, Unexpected _ -> false;
        };
    }

    /// Those first who were told of a coupon.
    private static String without(List<Person> people) {
        return people.stream()
                .filter(person -> person.listed() == null)
                .sorted(Comparator.comparingLong(Person::ackedNanos))
                .limit(Violations.EXAMPLES_MAX)
                .map(Person::userId)
                .collect(Collectors.joining(", "));
    }
}
