package io.firstcome.verify.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.check.Coupon;
import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

class ReplyReaderTest {
    private static final String COUPON =
            "{\"campaignId\":\"c\",\"userId\":\"u\",\"ordinal\":3,\"code\":\"가나다라마바사아자0\","
                    + "\"issuedAt\":\"2025-06-23T20:57:00.000123+09:00\"}";

    @Test
    void successCarriesTheCoupon() {
        Coupon coupon =
                new Coupon("u", 3, "가나다라마바사아자0", Instant.parse("2025-06-23T11:57:00.000123Z"));
        assertThat(ReplyReader.read(200, "{\"coupon\":" + COUPON + "}"))
                .isEqualTo(new Issued(coupon, false));
        assertThat(ReplyReader.read(200, "{\"alreadyIssued\":true,\"coupon\":" + COUPON + "}"))
                .isEqualTo(new Issued(coupon, true));
    }

    @ParameterizedTest
    @CsvSource({
        "SOLD_OUT, SOLD_OUT",
        "NOT_STARTED, NOT_STARTED",
        "ENDED, ENDED",
        "PAUSED, PAUSED",
        "NOT_FOUND, NOT_FOUND",
        "OVERLOADED, NOT_ATTEMPTED",
        "EXPIRED, NOT_ATTEMPTED"
    })
    void reasonSaysWhichRefusal(String reason, Refusal refusal) {
        assertThat(error(429, "resource_exhausted", reason)).isEqualTo(new Refused(refusal));
    }

    @ParameterizedTest
    @CsvSource({"unavailable, OUTCOME_UNKNOWN", "deadline_exceeded, ''", "internal, ''"})
    void faultsLeaveOpenWhatHappened(String code, String reason) {
        assertThat(error(503, code, reason)).isInstanceOf(Unknown.class);
    }

    @Test
    void gatewayPagesLeaveOpenWhatHappened() {
        assertThat(ReplyReader.read(502, "<html>bad gateway</html>"))
                .isEqualTo(new Unknown("HTTP 502"));
    }

    @Test
    void problemDetailsHaveTheReasonAsAMember() {
        assertThat(ReplyReader.read(429, "{\"code\":\"x\",\"reason\":\"SOLD_OUT\"}"))
                .isEqualTo(new Refused(Refusal.SOLD_OUT));
        assertThat(ReplyReader.read(503, "{\"code\":\"unavailable\",\"reason\":\"X\"}"))
                .isEqualTo(new Unknown("unavailable X"));
    }

    @Test
    void nonsenseIsUnexpectedAndShownInPart() {
        assertThat(ReplyReader.read(404, "no such page")).isInstanceOf(Unexpected.class);
        assertThat(error(400, "invalid_argument", "")).isInstanceOf(Unexpected.class);
        assertThat(ReplyReader.read(200, "{\"coupon\":{}}")).isInstanceOf(Unexpected.class);
        assertThat(ReplyReader.read(200, "x".repeat(5_000)).toString()).hasSizeLessThan(200);
    }

    private static Outcome error(int status, String code, String reason) {
        String details =
                reason.isEmpty()
                        ? ""
                        : ",\"details\":[{\"type\":\"google.rpc.RetryInfo\"},{\"type\":"
                                + "\"google.rpc.ErrorInfo\",\"debug\":{\"reason\":\""
                                + reason
                                + "\"}}]";
        return ReplyReader.read(status, "{\"code\":\"" + code + "\"" + details + "}");
    }
}
