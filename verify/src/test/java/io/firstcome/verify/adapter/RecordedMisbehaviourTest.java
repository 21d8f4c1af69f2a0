package io.firstcome.verify.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.check.Finding;
import io.firstcome.check.Finding.Result;
import io.firstcome.verify.adapter.CouponStore.Fault;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What systems of each kind have been seen to do in a rush, when they were killed, and when people
/// hung up: found, and named by the promise that it breaks and by the evidence.
class RecordedMisbehaviourTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECT_REDIS | SECOND_COUPON | One each | has ordinal",
                "CONNECT_REDIS | SECOND_COUPON | Same answer | verify-",
                "CONNECT_REDIS | TWICE_THE_LIMIT | Never over | 80 coupons of 40: ordinal 41 of",
                "CONNECT_REDIS | LOST_SLOTS | No slot leaked | 37 people have a coupon (expected:"
                        + " 40)",
                "CONNECT_REDIS | LOST_SLOTS | Never falsely sold out | with 37 coupons of 40",
                "CONNECT_REDIS | SLOTS_LOST_BY_HANG_UPS | No slot leaked | 36 people have a coupon",
                "CONNECT_REDIS | SLOTS_LOST_BY_HANG_UPS | Never falsely sold out | coupons of 40",
                "CONNECT_IN_MEMORY | SECOND_COUPON | One each | has ordinal",
                "CONNECT_IN_MEMORY | DIES | Ack means durable | the list can not be read: http://",
                "CONNECT_IN_MEMORY | FORGETS_ALL | Ack means durable | the list can not be read: ",
                "CONNECT_IN_MEMORY | FORGETS_ALL | Honest refusals | heard NOT_FOUND at",
                "CONNECT_IN_MEMORY | KNOWS_NO_CAMPAIGN | Run | /GetCampaign: not reachable",
                "CONNECT_REDIS_LUA | TWICE_THE_LIMIT | Never over | 80 coupons of 40",
                "CONNECT_REDIS_LUA | SLOTS_LOST_BY_HANG_UPS | No slot leaked | 36 people have",
                "CONNECT_REDIS_LUA | SHORT_CODES | Codes unique and well-formed | has code"
                        + " '가나다001'",
                "REST_QUEUE | NONE | Same answer | and heard ALREADY_ISSUED",
                "REST_QUEUE | NOT_STORED | Ack means durable | is not in the list",
                "REST_QUEUE | LOST_SLOTS | No slot leaked | 37 people have a coupon (expected: 40)",
                "REST_QUEUE | POPPED_BUT_NEVER_ANSWERED | Honest refusals | never given to them",
                "REST_QUEUE | EVERY_COUPON_BURNT | Honest refusals | never given to them",
                "REST_REDIS_SET_KAFKA | NOT_STORED | Ack means durable | is not in the list",
                "REST_REDIS_SET_KAFKA | POPPED_BUT_NEVER_ANSWERED | Ack means durable | is not in"
                        + " the list",
                "REST_REDIS_SET_KAFKA | SUCCESS_TOLD_TWICE | Same answer | that the coupon is new",
                "REST_REDIS_SET_KAFKA | TWICE_THE_LIMIT | Never over | 80 coupons of 40",
            })
    void isNamed(ToyApi api, Fault fault, String promise, String evidence)
            throws InterruptedException {
        Finding finding = judged(api, fault, promise);
        assertThat(finding.result()).isEqualTo(Result.FAIL);
        assertThat(finding.evidence()).contains(evidence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECT_REDIS | SOLD_OUT with HTTP 500",
                "CONNECT_IN_MEMORY | SOLD_OUT with HTTP 200",
                "REST_QUEUE | SOLD_OUT with HTTP 200",
                "REST_REDIS_SET_KAFKA | SOLD_OUT with HTTP 200",
            })
    void refusalThatLooksLikeAFaultOrASuccessIsNamed(ToyApi api, String status)
            throws InterruptedException {
        Finding finding = judged(api, Fault.NONE, "Honest refusals");
        assertThat(finding.result()).isEqualTo(Result.WARN);
        assertThat(finding.evidence()).endsWith("but not by its status: " + status);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECT_REDIS_LUA | One each | who asks",
                "REST_QUEUE | Nothing outside the window | its start",
                "REST_REDIS_SET_KAFKA | Codes unique and well-formed | codes",
                "REST_REDIS_SET_KAFKA | Same answer | which coupon somebody got",
            })
    void whatIsNotToldIsNamed(ToyApi api, String promise, String fact) throws InterruptedException {
        Finding finding = judged(api, Fault.NONE, promise);
        assertThat(finding.result()).isEqualTo(Result.SKIP);
        assertThat(finding.evidence()).startsWith("not told by this system: " + fact);
    }

    private static Finding judged(ToyApi api, Fault fault, String promise)
            throws InterruptedException {
        String existing = api == ToyApi.REST_QUEUE ? null : "7";
        try (ToySystem system = new ToySystem(api, fault, Trial.COUPONS)) {
            return Trial.of(system, system.adapter(), existing, Trial.CROWD).finding(promise);
        }
    }
}
