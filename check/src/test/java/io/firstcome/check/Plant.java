package io.firstcome.check;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.function.Function;

/// The violations that can be planted into a good history, and the check that is to find each.
enum Plant {
    NOBODY_ANSWERED("Everyone is answered", PlantCounts::nobodyAnswered),
    ONE_TOO_MANY(
            "Never over",
            PlantCounts::oneTooMany,
            "Honest refusals",
            "Issue times are true",
            "Never falsely sold out",
            "Nothing outside the window"),
    SLOT_LEAKED("No slot leaked", PlantCounts::soldOutWithOneLeft, "Never falsely sold out"),
    SLOT_TAKEN_TWICE(
            "No slot leaked",
            PlantCounts::slotTakenTwice,
            "First come, first served",
            "Issue times are true",
            "One each"),
    SOLD_OUT_WITH_ONE_LEFT(
            "Never falsely sold out", PlantCounts::soldOutWithOneLeft, "No slot leaked"),
    SOLD_OUT_BEFORE_ONE_WAS_ASKED_FOR("Never falsely sold out", PlantCounts::soldOutBeforeAsked),
    SOLD_OUT_BEFORE_ONE_WAS_ISSUED("Never falsely sold out", PlantCounts::soldOutBeforeIssued),
    TWO_COUPONS(
            "One each",
            PlantCounts::twoCoupons,
            "First come, first served",
            "Issue times are true",
            "No slot leaked"),
    COUPON_OF_ANOTHER("One each", PlantAnswers::couponOfAnother),
    ORDINAL_MISSING("Ordinals without gaps", PlantCounts::ordinalMissing),
    ORDINAL_TWICE(
            "Ordinals without gaps",
            PlantCounts::ordinalTwice,
            "Clock runs forward",
            "First come, first served"),
    ORDINAL_ZERO("Ordinals without gaps", PlantCounts::ordinalZero, "Append-only"),
    NEVER_ASKED_FOR("Nothing unasked", PlantCounts::neverAskedFor),
    REFUSED_EVERY_TIME("Nothing unasked", PlantCounts::refusedEveryTime),
    CODE_TWICE("Codes unique and well-formed", PlantCounts::codeTwice),
    CODE_TOO_SHORT("Codes unique and well-formed", PlantCounts::codeTooShort),
    CODE_WITH_CLOSED_SYLLABLE("Codes unique and well-formed", PlantCounts::closedSyllable),
    CODE_WITH_ANOTHER_OPEN_SYLLABLE(
            "Codes unique and well-formed", PlantCounts::anotherOpenSyllable),
    CODE_TOLD_OTHERWISE("Lists agree", PlantCounts::codeToldOtherwise),
    COUNT_WRONG("Lists agree", PlantCounts::countWrong),
    EARLIER_COUPON_CHANGED("Append-only", PlantCounts::earlierChanged, "Ack means durable"),
    EARLIER_COUPON_GONE(
            "Append-only",
            PlantCounts::earlierGone,
            "Ack means durable",
            "Never falsely sold out",
            "No slot leaked",
            "Ordinals without gaps"),
    OTHER_CODE_AT_RETRY("Same answer", PlantAnswers::otherCodeAtRetry, "Ack means durable"),
    NEW_TWICE("Same answer", PlantAnswers::newTwice),
    OLD_AT_ONCE("Same answer", PlantAnswers::oldAtOnce),
    OLD_BEFORE_NEW(
            "Same answer",
            PlantAnswers::oldBeforeNew,
            "First come, first served",
            "Issue times are true",
            "Nothing outside the window"),
    WINNER_REFUSED("Same answer", PlantAnswers::winnerRefused, "Never falsely sold out"),
    WINNER_REFUSED_WHOSE_ANSWER_WAS_LOST(
            "Same answer", PlantAnswers::lostWinnerRefused, "Never falsely sold out"),
    ACK_NOT_LISTED(
            "Ack means durable",
            PlantAnswers::ackNotListed,
            "Never falsely sold out",
            "No slot leaked",
            "Ordinals without gaps"),
    ACK_LISTED_OTHERWISE("Ack means durable", PlantAnswers::ackListedOtherwise),
    ENDED_WITHOUT_AN_END("Honest refusals", PlantAnswers::endedWithoutAnEnd),
    ENDED_BEFORE_THE_END("Honest refusals", PlantAnswers::endedBeforeTheEnd),
    ISSUED_AFTER_ENDED(
            "Honest refusals", PlantAnswers::issuedAfterEnded, "Nothing outside the window"),
    PAUSED("Honest refusals", PlantAnswers::paused),
    NOT_FOUND("Honest refusals", PlantAnswers::notFound),
    SENSELESS("Honest refusals", PlantAnswers::senseless),
    LATER_COMES_FIRST(
            "First come, first served", PlantTimes::laterComesFirst, "Clock runs forward"),
    ISSUED_BEFORE_THE_START(
            "Nothing outside the window",
            PlantTimes::issuedBeforeTheStart,
            "Clock runs forward",
            "Issue times are true"),
    TOLD_BEFORE_THE_START(
            "Nothing outside the window",
            PlantTimes::toldBeforeTheStart,
            "Ack means durable",
            "No slot leaked",
            "Opens on time"),
    ISSUED_AT_THE_END("Nothing outside the window", PlantTimes::issuedAtTheEnd),
    ASKED_FOR_AFTER_THE_END(
            "Nothing outside the window",
            PlantTimes::askedForAfterTheEnd,
            "Issue times are true",
            "Never falsely sold out",
            "Never over"),
    NOT_STARTED_LONG_AFTER("Opens on time", PlantTimes::notStartedLongAfter),
    NOT_STARTED_AFTER_THE_FIRST("Opens on time", PlantTimes::notStartedAfterTheFirst),
    CLOCK_BACKWARDS(
            "Clock runs forward",
            PlantTimes::clockBackwards,
            "Issue times are true",
            "Nothing outside the window"),
    ISSUED_BEFORE_ASKED_FOR(
            "Issue times are true", PlantTimes::issuedBeforeAskedFor, "Clock runs forward"),
    ISSUED_AFTER_TOLD("Issue times are true", PlantTimes::issuedAfterTold, "Clock runs forward");

    private final String promise;

    @SuppressWarnings("ImmutableEnumChecker") // only references to methods
    private final Function<Ground, @Nullable Planted> planter;

    @SuppressWarnings("ImmutableEnumChecker") // from Set.of
    private final Set<String> others;

    Plant(String promise, Function<Ground, @Nullable Planted> planter, String... others) {
        this.promise = promise;
        this.planter = planter;
        this.others = Set.of(others);
    }

    /// Whose check is to find it.
    String promise() {
        return promise;
    }

    /// Whether it may break this promise; no other is to be blamed for it.
    boolean mayBreak(String any) {
        return promise.equals(any) || others.contains(any);
    }

    /// The history with it; null where it does not grow on this ground.
    @Nullable Planted in(Ground ground) {
        return planter.apply(ground);
    }
}
