package io.firstcome.check;

import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Whoever asks again gets the same coupon, told as new exactly once and first, and never a
/// refusal.
final class SameAnswer implements Check {
    @Override
    public Finding examine(Evidence evidence) {
        Violations violations = new Violations();
        long repeated = 0;
        for (Person person : evidence.people()) {
            List<Ask> acks = acks(person);
            if (!acks.isEmpty()) {
                repeated += acks.size() - 1;
                checkSame(evidence, person, acks, violations);
                checkMarks(evidence, person, acks, violations);
            }
            checkRefusals(evidence, person, violations);
        }
        return violations.finding(
                "Same answer",
                String.format(Locale.ROOT, "%,d repeated answers, all the same", repeated));
    }

    /// Their coupons as they were told, the first answer first.
    private static List<Ask> acks(Person person) {
        return person.asks().stream()
                .filter(ask -> ask.outcome() instanceof Issued)
                .sorted(Comparator.comparingLong(Ask::doneNanos))
                .toList();
    }

    private static void checkSame(
            Evidence evidence, Person person, List<Ask> acks, Violations violations) {
        Coupon expected = coupon(acks.getFirst());
        for (Ask ack : acks) {
            if (!coupon(ack).equals(expected)) {
                violations.add(() ->
                        "%s got %s and %s at %s"
                                .formatted(
                                        person.userId(),
                                        text(evidence, expected),
                                        text(evidence, coupon(ack)),
                                        evidence.afterStart(ack.doneNanos())));
            }
        }
    }

    private static void checkMarks(
            Evidence evidence, Person person, List<Ask> acks, Violations violations) {
        boolean hadOne = person.earlier() != null;
        long news = acks.stream().filter(ack -> !again(ack)).count();
        if (news > (hadOne ? 0 : 1)) {
            violations.add(() ->
                    "%s was told %d times that the coupon is new, ordinal %d"
                            .formatted(person.userId(), news, coupon(acks.getFirst()).ordinal()));
        }
        for (Ask ack : acks) {
            if (again(ack) && !hadOne && ack.doneNanos() < person.causeNanos()) {
                violations.add(() ->
                        "%s was told of an earlier coupon at %s, but got none before"
                                .formatted(person.userId(), evidence.afterStart(ack.doneNanos())));
            }
        }
    }

    private static void checkRefusals(Evidence evidence, Person person, Violations violations) {
        for (Ask ask : person.asks()) {
            if (ask.outcome() instanceof Refused(Refusal refusal)
                    && refusal != Refusal.NOT_ATTEMPTED
                    && hadOneAt(evidence, person, ask.sentNanos())) {
                violations.add(() ->
                        "%s has a coupon, asked at %s and heard %s"
                                .formatted(
                                        person.userId(),
                                        evidence.afterStart(ask.sentNanos()),
                                        refusal));
            }
        }
    }

    /// Whether they had their coupon at a stamp: there before, told before, or issued before by its
    /// own time.
    private static boolean hadOneAt(Evidence evidence, Person person, long stampNanos) {
        if (person.earlier() != null || person.ackedNanos() < stampNanos) {
            return true;
        }
        Coupon listed = person.listed();
        return listed != null && evidence.issuedSurelyBefore(listed, stampNanos);
    }

    private static boolean again(Ask ack) {
        return ((Issued) ack.outcome()).again();
    }

    private static Coupon coupon(Ask ack) {
        return ((Issued) ack.outcome()).coupon();
    }

    private static String text(Evidence evidence, Coupon coupon) {
        return "ordinal %d '%s' issued at %s"
                .formatted(coupon.ordinal(), coupon.code(), evidence.afterStart(coupon.issuedAt()));
    }
}
