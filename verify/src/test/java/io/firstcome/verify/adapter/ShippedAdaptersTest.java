package io.firstcome.verify.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.verify.Crowd;
import io.firstcome.verify.adapter.CouponStore.Fault;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

class ShippedAdaptersTest {
    @ParameterizedTest
    @EnumSource
    void rightSystemBreaksNothingInANewCampaign(ToyApi api) throws InterruptedException {
        try (ToySystem system = new ToySystem(api, Fault.NONE, Trial.COUPONS)) {
            Adapter adapter = system.adapter();
            String existing = adapter.create() == null ? "7" : null;
            Trial trial = Trial.of(system, adapter, existing, Trial.CROWD);
            assertThat(trial.broken()).as(trial.printed()).isEqualTo(brokenByTheApi(api));
            assertThat(trial.verdict().skipped()).isPositive();
            assertThat(trial.printed()).contains("SKIP  ", "not told by this system: ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rightSystemBreaksNothingInACampaignThatExists(ToyApi api) throws InterruptedException {
        try (ToySystem system = new ToySystem(api, Fault.NONE, Trial.COUPONS)) {
            Adapter adapter = system.adapter();
            Trial first = Trial.of(system, adapter, "7", new Crowd(30, 2, 4, 1));
            Trial second = Trial.of(system, adapter, "7", Trial.CROWD);
            assertThat(first.broken()).as(first.printed()).isEqualTo(brokenByTheApi(api));
            assertThat(second.broken()).as(second.printed()).isEqualTo(brokenByTheApi(api));
        }
    }

    /// What no system can keep that has this API: a winner's retry is told nothing but `DUPLICATE`.
    private static List<String> brokenByTheApi(ToyApi api) {
        return api == ToyApi.REST_QUEUE ? List.of("Same answer") : List.of();
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT_REDIS, SECOND_COUPON, One each",
        "CONNECT_REDIS, SECOND_COUPON, Same answer",
        "CONNECT_REDIS, TWICE_THE_LIMIT, Never over",
        "CONNECT_REDIS, LOST_SLOTS, No slot leaked",
        "CONNECT_REDIS, NOT_STORED, Ack means durable",
        "CONNECT_REDIS, SHORT_CODES, Codes unique and well-formed",
        "CONNECT_REDIS, SAME_CODE_TWICE, Codes unique and well-formed",
        "CONNECT_REDIS, LISTED_THOUGH_NOBODY_GOT_IT, Nothing unasked",
        "CONNECT_REDIS, SOLD_OUT_TOO_EARLY, Never falsely sold out",
        "CONNECT_IN_MEMORY, SECOND_COUPON, One each",
        "CONNECT_IN_MEMORY, SECOND_COUPON, Same answer",
        "CONNECT_IN_MEMORY, TWICE_THE_LIMIT, Never over",
        "CONNECT_IN_MEMORY, LOST_SLOTS, No slot leaked",
        "CONNECT_IN_MEMORY, NOT_STORED, Ack means durable",
        "CONNECT_IN_MEMORY, SHORT_CODES, Codes unique and well-formed",
        "CONNECT_IN_MEMORY, SAME_CODE_TWICE, Codes unique and well-formed",
        "CONNECT_IN_MEMORY, LISTED_THOUGH_NOBODY_GOT_IT, Nothing unasked",
        "CONNECT_IN_MEMORY, SOLD_OUT_TOO_EARLY, Never falsely sold out",
        "CONNECT_IN_MEMORY, COUPON_OF_ANOTHER, One each",
        "CONNECT_IN_MEMORY, COUNTS_WRONG, Lists agree",
        "CONNECT_REDIS_LUA, TWICE_THE_LIMIT, Never over",
        "CONNECT_REDIS_LUA, LOST_SLOTS, No slot leaked",
        "CONNECT_REDIS_LUA, NOT_STORED, Ack means durable",
        "CONNECT_REDIS_LUA, SHORT_CODES, Codes unique and well-formed",
        "CONNECT_REDIS_LUA, SAME_CODE_TWICE, Codes unique and well-formed",
        "CONNECT_REDIS_LUA, LISTED_THOUGH_NOBODY_GOT_IT, Nothing unasked",
        "CONNECT_REDIS_LUA, SOLD_OUT_TOO_EARLY, Never falsely sold out",
    })
    void faultOfASystemWithAListIsNamed(ToyApi api, Fault fault, String promise)
            throws InterruptedException {
        assertNamed(api, fault, promise, "7");
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT_REDIS",
        "CONNECT_IN_MEMORY",
        "CONNECT_REDIS_LUA",
    })
    void earlyOpeningIsNamed(ToyApi api) throws InterruptedException {
        assertNamed(api, Fault.OPENS_EARLY, "Nothing outside the window", null);
    }

    @ParameterizedTest
    @CsvSource({
        "SECOND_COUPON, One each",
        "SECOND_COUPON, Same answer",
        "SUCCESS_TOLD_TWICE, Same answer",
        "TWICE_THE_LIMIT, Never over",
        "LOST_SLOTS, No slot leaked",
        "SAME_CODE_TWICE, Codes unique and well-formed",
        "SHORT_CODES, Codes unique and well-formed",
        "POPPED_BUT_NEVER_ANSWERED, Honest refusals",
        "SOLD_OUT_TOO_EARLY, Never falsely sold out",
    })
    void faultIsSeenByTheAnswersAlone(Fault fault, String promise) throws InterruptedException {
        assertNamedByAnswers(ToyApi.REST_QUEUE, fault, promise, null);
    }

    @ParameterizedTest
    @CsvSource({
        "TWICE_THE_LIMIT, Never over",
        "SUCCESS_TOLD_TWICE, Same answer",
        "SECOND_COUPON, Same answer",
    })
    void faultIsSeenBySuccessesWithoutCodes(Fault fault, String promise)
            throws InterruptedException {
        assertNamedByAnswers(ToyApi.REST_REDIS_SET_KAFKA, fault, promise, "7");
    }

    @ParameterizedTest
    @CsvSource({
        "REST_QUEUE, LISTED_THOUGH_NOBODY_GOT_IT, Nothing unasked",
        "REST_REDIS_SET_KAFKA, LOST_SLOTS, No slot leaked",
        "REST_REDIS_SET_KAFKA, SECOND_COUPON, One each",
        "REST_REDIS_SET_KAFKA, LISTED_THOUGH_NOBODY_GOT_IT, Nothing unasked",
    })
    void faultIsSeenInTheDatabase(ToyApi api, Fault fault, String promise)
            throws InterruptedException {
        assertNamed(api, fault, promise, "7");
    }

    @ParameterizedTest
    @EnumSource(names = {"REST_QUEUE", "REST_REDIS_SET_KAFKA"})
    void databaseIsReadUnlessItIsLeftOut(ToyApi api) throws InterruptedException {
        try (ToySystem system = new ToySystem(api, Fault.NONE, Trial.COUPONS)) {
            Trial read = Trial.of(system, system.adapter(), "7", Trial.CROWD);
            assertThat(read.finding("Ack means durable").result()).isEqualTo(Result.PASS);
        }
        try (ToySystem system = new ToySystem(api, Fault.NONE, Trial.COUPONS)) {
            Trial heard = Trial.of(system, system.adapter().withoutList(), "7", Trial.CROWD);
            assertThat(heard.broken()).as(heard.printed()).isEqualTo(brokenByTheApi(api));
            assertThat(heard.printed()).contains(api.adapter + ", without its list;");
            assertThat(heard.finding("Ack means durable"))
                    .isEqualTo(
                            new Finding(
                                    "Ack means durable",
                                    Result.SKIP,
                                    "not told by this system: a list of what it issued"));
        }
    }

    @ParameterizedTest
    @CsvSource({"REST_QUEUE,", "REST_QUEUE, 7", "REST_REDIS_SET_KAFKA, 7"})
    void databaseThatCanNotBeReadFromHereIsToldBeforeAnybodyAsks(
            ToyApi api, @Nullable String campaign) throws InterruptedException {
        try (ToySystem system = new ToySystem(api, Fault.NONE, Trial.COUPONS)) {
            Adapter adapter = system.adapterWithProgram("no-such-mysql");
            Trial trial = Trial.of(system, adapter, campaign, Trial.CROWD);
            assertThat(trial.verdict().exitCode()).isEqualTo(1);
            assertThat(trial.verdict().findings()).hasSize(1);
            assertThat(trial.finding("Run").evidence())
                    .startsWith("Cannot run program \"no-such-mysql\": ")
                    .endsWith(
                            " (expected: a program on the PATH; --without-list judges by the"
                                    + " answers alone)");
        }
    }

    @Test
    void systemThatMakesNoCampaignNeedsOne() throws InterruptedException {
        ToyApi api = ToyApi.REST_REDIS_SET_KAFKA;
        try (ToySystem system = new ToySystem(api, Fault.NONE, Trial.COUPONS)) {
            Adapter adapter = ShippedAdapters.find(api.adapter);
            assertThat(Trial.of(system, adapter, null, Trial.CROWD).verdict().findings())
                    .extracting(Finding::evidence)
                    .containsExactly(
                            "adapter rest-redis-set-kafka: makes no campaigns"
                                    + " (expected: --campaign ID)");
        }
    }

    @Test
    void allHaveTheNameOfTheirFile() {
        assertThat(ShippedAdapters.all())
                .hasSize(5)
                .allMatch(adapter -> ShippedAdapters.find(adapter.name()).equals(adapter));
    }

    @Test
    void unknownNameIsAnsweredWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShippedAdapters.find("rest-que"))
                .withMessageStartingWith(
                        "adapter: rest-que (expected: a readable file or one of connect-redis, ");
    }

    private static void assertNamed(
            ToyApi api, Fault fault, String promise, @Nullable String campaign)
            throws InterruptedException {
        try (ToySystem system = new ToySystem(api, fault, Trial.COUPONS)) {
            assertNamed(system, system.adapter(), promise, campaign);
        }
    }

    private static void assertNamedByAnswers(
            ToyApi api, Fault fault, String promise, @Nullable String campaign)
            throws InterruptedException {
        try (ToySystem system = new ToySystem(api, fault, Trial.COUPONS)) {
            assertNamed(system, system.adapter().withoutList(), promise, campaign);
        }
    }

    private static void assertNamed(
            ToySystem system, Adapter adapter, String promise, @Nullable String campaign)
            throws InterruptedException {
        Trial trial = Trial.of(system, adapter, campaign, Trial.CROWD);
        assertThat(trial.broken()).as(trial.printed()).contains(promise);
        assertThat(trial.verdict().exitCode()).isEqualTo(1);
    }
}
