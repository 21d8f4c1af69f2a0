package io.firstcome.verify.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.verify.Crowd;
import io.firstcome.verify.Target;
import io.firstcome.verify.Verdict;
import io.firstcome.verify.Verify;
import io.firstcome.verify.VerifyOptions;
import io.firstcome.verify.adapter.CouponStore.Fault;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

class ShippedAdaptersTest {
    private static final int COUPONS = 40;
    private static final Crowd CROWD = new Crowd(150, 3, 4, 42);

    /// What somebody who can read the database adds to an adapter.
    private static final String STORED =
            """
            list:
              server: issue
              method: GET
              path: /stored
              entries: ""
              entry: {user: /user, code: /code}
            """;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @ParameterizedTest
    @EnumSource
    void rightSystemBreaksNothingInANewCampaign(ToyApi api) throws InterruptedException {
        Adapter adapter = ShippedAdapters.find(api.adapter);
        try (ToySystem system = new ToySystem(api, Fault.NONE, COUPONS)) {
            String existing = adapter.create() == null ? "7" : null;
            Verdict verdict = verify(system, adapter, existing);
            assertThat(broken(verdict)).as(printed.toString(UTF_8)).isEmpty();
            assertThat(verdict.skipped()).isPositive();
            assertThat(printed.toString(UTF_8)).contains("SKIP  ", "not told by this system: ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rightSystemBreaksNothingInACampaignThatExists(ToyApi api) throws InterruptedException {
        Adapter adapter = ShippedAdapters.find(api.adapter);
        try (ToySystem system = new ToySystem(api, Fault.NONE, COUPONS)) {
            Verdict first = verify(system, adapter, "7", new Crowd(30, 2, 4, 1));
            Verdict second = verify(system, adapter, "7", CROWD);
            assertThat(broken(first)).as(printed.toString(UTF_8)).isEmpty();
            assertThat(broken(second)).as(printed.toString(UTF_8)).isEmpty();
        }
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
        assertNamed(api, ShippedAdapters.find(api.adapter), fault, promise, "7");
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT_REDIS",
        "CONNECT_IN_MEMORY",
        "CONNECT_REDIS_LUA",
    })
    void earlyOpeningIsNamed(ToyApi api) throws InterruptedException {
        Adapter adapter = ShippedAdapters.find(api.adapter);
        assertNamed(api, adapter, Fault.OPENS_EARLY, "Nothing outside the window", null);
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
        Adapter adapter = ShippedAdapters.find("rest-queue");
        assertNamed(ToyApi.REST_QUEUE, adapter, fault, promise, null);
    }

    @ParameterizedTest
    @CsvSource({
        "TWICE_THE_LIMIT, Never over",
        "SUCCESS_TOLD_TWICE, Same answer",
        "SECOND_COUPON, Same answer",
    })
    void faultIsSeenBySuccessesWithoutCodes(Fault fault, String promise)
            throws InterruptedException {
        Adapter adapter = ShippedAdapters.find("rest-redis-set-kafka");
        assertNamed(ToyApi.REST_REDIS_SET_KAFKA, adapter, fault, promise, "7");
    }

    @ParameterizedTest
    @CsvSource({
        "REST_QUEUE, NOT_STORED, Ack means durable",
        "REST_QUEUE, LISTED_THOUGH_NOBODY_GOT_IT, Nothing unasked",
        "REST_QUEUE, POPPED_BUT_NEVER_ANSWERED, Honest refusals",
        "REST_REDIS_SET_KAFKA, NOT_STORED, Ack means durable",
        "REST_REDIS_SET_KAFKA, LOST_SLOTS, No slot leaked",
        "REST_REDIS_SET_KAFKA, SECOND_COUPON, One each",
        "REST_REDIS_SET_KAFKA, LISTED_THOUGH_NOBODY_GOT_IT, Nothing unasked",
        "REST_REDIS_SET_KAFKA, POPPED_BUT_NEVER_ANSWERED, Ack means durable",
    })
    void faultIsSeenInTheDatabase(ToyApi api, Fault fault, String promise)
            throws InterruptedException, IOException {
        assertNamed(api, withList(api), fault, promise, "7");
    }

    @ParameterizedTest
    @EnumSource(names = {"REST_QUEUE", "REST_REDIS_SET_KAFKA"})
    void rightSystemBreaksNothingWithItsDatabaseInView(ToyApi api)
            throws InterruptedException, IOException {
        try (ToySystem system = new ToySystem(api, Fault.NONE, COUPONS)) {
            Verdict verdict = verify(system, withList(api), "7");
            assertThat(broken(verdict)).as(printed.toString(UTF_8)).isEmpty();
            assertThat(verdict.findings())
                    .filteredOn(finding -> finding.promise().equals("Ack means durable"))
                    .allMatch(finding -> finding.result() == Result.PASS);
        }
    }

    @Test
    void systemThatMakesNoCampaignNeedsOne() throws InterruptedException {
        ToyApi api = ToyApi.REST_REDIS_SET_KAFKA;
        try (ToySystem system = new ToySystem(api, Fault.NONE, COUPONS)) {
            Verdict verdict = verify(system, ShippedAdapters.find(api.adapter), null);
            assertThat(verdict.findings())
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

    private void assertNamed(
            ToyApi api, Adapter adapter, Fault fault, String promise, @Nullable String campaign)
            throws InterruptedException {
        try (ToySystem system = new ToySystem(api, fault, COUPONS)) {
            Verdict verdict = verify(system, adapter, campaign);
            assertThat(broken(verdict)).as(printed.toString(UTF_8)).contains(promise);
            assertThat(verdict.exitCode()).isEqualTo(1);
        }
    }

    private static Adapter withList(ToyApi api) throws IOException {
        String resource = api.adapter + ".yaml";
        String list = api == ToyApi.REST_QUEUE ? STORED : STORED.replace(", code: /code", "");
        try (InputStream in = ShippedAdapters.class.getResourceAsStream(resource)) {
            assertThat(in).isNotNull();
            return Adapter.parse(resource, new String(in.readAllBytes(), UTF_8) + list);
        }
    }

    private static List<String> broken(Verdict verdict) {
        return verdict.findings().stream()
                .filter(finding -> finding.result() == Result.FAIL)
                .map(Finding::promise)
                .toList();
    }

    private Verdict verify(ToySystem system, Adapter adapter, @Nullable String campaign)
            throws InterruptedException {
        return verify(system, adapter, campaign, CROWD);
    }

    private Verdict verify(
            ToySystem system, Adapter adapter, @Nullable String campaign, Crowd crowd)
            throws InterruptedException {
        Target target = new Target(system.url(), system.url(), campaign, adapter::open);
        return Verify.run(
                new VerifyOptions(
                        target, crowd, COUPONS, Duration.ofMillis(300), Duration.ofSeconds(2)),
                new PrintStream(printed, true, UTF_8));
    }
}
