package io.firstcome.verify.client;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.firstcome.check.Coupon;
import io.firstcome.check.Outcome;
import io.firstcome.check.Outcome.Issued;
import io.firstcome.check.Outcome.Refused;
import io.firstcome.check.Outcome.Unexpected;
import io.firstcome.check.Outcome.Unknown;
import io.firstcome.check.Refusal;
import io.firstcome.verify.load.Replies;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class ReplyReaderTest {
    private static final String COUPON =
            "{\"campaignId\":\"c\",\"userId\":\"u\",\"ordinal\":3,\"code\":\"가나다라마바사아자0\","
                    + "\"issuedAt\":\"2025-06-23T20:57:00.000123+09:00\"}";

    @Test
    void successCarriesTheCoupon() {
        Coupon coupon =
                new Coupon("u", 3, "가나다라마바사아자0", Instant.parse("2025-06-23T11:57:00.000123Z"));
        assertThat(read(200, "{\"coupon\":" + COUPON + "}")).isEqualTo(new Issued(coupon, false));
        assertThat(read(200, "{\"alreadyIssued\":true,\"coupon\":" + COUPON + "}"))
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
        assertThat(read(502, "<html>bad gateway</html>")).isEqualTo(new Unknown("HTTP 502"));
    }

    @Test
    void problemDetailsHaveTheReasonAsAMember() {
        assertThat(read(429, "{\"code\":\"x\",\"reason\":\"SOLD_OUT\"}"))
                .isEqualTo(new Refused(Refusal.SOLD_OUT));
        assertThat(read(503, "{\"code\":\"unavailable\",\"reason\":\"X\"}"))
                .isEqualTo(new Unknown("unavailable X"));
    }

    @Test
    void nonsenseIsUnexpectedAndShownInPart() {
        assertThat(read(404, "no such page")).isInstanceOf(Unexpected.class);
        assertThat(error(400, "invalid_argument", "")).isInstanceOf(Unexpected.class);
        assertThat(read(200, "{\"coupon\":{}}")).isInstanceOf(Unexpected.class);
        assertThat(read(200, "x".repeat(5_000)).toString()).hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A detail's goes before the error's own, wherever it stands.
                "{'reason':'X','details':[{'debug':{'reason':'ENDED'}}]}",
                "{'details':[{'debug':{'reason':'ENDED'}}],'reason':'X','code':'internal'}",
                "{'details':[{'debug':{'code':'X','reason':'ENDED'},'type':'t'}],'code':'internal'}",
                // The first that is not empty.
                "{'details':[{'debug':{'reason':''}},{},{'debug':{'reason':'ENDED'}},"
                        + "{'debug':{'reason':'SOLD_OUT'}}]}",
                "{'details':[{'debug':{}}],'reason':'ENDED'}",
                // Of equal names the last.
                "{'reason':'SOLD_OUT','reason':'ENDED'}",
                "{'details':[{'debug':{'reason':'SOLD_OUT'}}],'details':[],'reason':'ENDED'}",
                "{'details':[{'debug':{'reason':'X'},'debug':{'reason':'Y','reason':'ENDED'}}]}",
                // What is of another kind is passed over.
                "{'details':{'debug':{'reason':'X'}},'reason':'ENDED','code':{'code':[]}}",
                "{'details':[[{'debug':{'reason':'X'}}],3,null,{'debug':['reason']}],"
                        + "'reason':'ENDED'}",
                // Only the places that are meant.
                "{'a':{'reason':'X','details':[{'debug':{'reason':'Y'}}]},'reason':'ENDED'}",
                "{'details':[{'reason':'X','debug':{'debug':{'reason':'Y'}}}],'reason':'ENDED'}",
                "{'message':'\\\"reason\\\":\\\"SOLD_OUT\\\"','reason':'ENDED'}",
                // As any JSON may be written.
                " {\n'\\u0072eason' :\t'END\\u0045D' } ",
                "{'message':'품절\t\\ud83d\\ude00','retry':[007,-1.5e3,true],'reason':'ENDED'}"
            })
    void reasonIsFoundWhereItIsMeant(String body) {
        assertThat(refusal(429, body)).isEqualTo(new Refused(Refusal.ENDED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'a':{'reason':'ENDED','details':[{'debug':{'reason':'ENDED'}}]}}",
                "{'details':[{'reason':'ENDED','debug':{'debug':{'reason':'ENDED'}}}]}",
                "{'message':'\\\"reason\\\":\\\"ENDED\\\"'}",
                "{'reason':'ENDED','reason':null}",
                "{'reason':['ENDED']}",
                "{'Reason':'ENDED','reason ':'ENDED'}",
                "[{'reason':'ENDED'}]",
                "'reason'",
                "null"
            })
    void whatOnlyLooksLikeAReasonIsNone(String body) {
        assertThat(refusal(429, body)).isEqualTo(new Unexpected("HTTP 429 "));
        assertThat(refusal(503, body)).isEqualTo(new Unexpected("HTTP 503 "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{'reason':'ENDED'",
                "{'reason':'ENDED','",
                "{'reason':'ENDED'}}",
                "{'reason':'ENDED'} {}",
                "{'reason':'ENDED',}",
                "{'reason':'ENDED','a':nul}",
                "{'reason':'ENDED','a':[1 2]}",
                "{'reason':'ENDED','a':'\\x'}",
                "{'details':[{'debug':{'reason':'ENDED'}}}",
                "\ufeff{'reason':'ENDED'}"
            })
    void aBrokenErrorHasNoReason(String body) {
        assertThat(refusal(503, body)).isEqualTo(new Unknown("HTTP 503"));
        assertThat(refusal(429, body))
                .isEqualTo(new Unexpected("HTTP 429 " + body.replace('\'', '"')));
    }

    @Test
    void anErrorIsOfBoundedDepth() {
        String deep = "{'reason':'ENDED','a':%s}";
        assertThat(refusal(429, deep.formatted("[".repeat(63) + "]".repeat(63))))
                .isEqualTo(new Refused(Refusal.ENDED));
        assertThat(refusal(503, deep.formatted("[".repeat(64) + "]".repeat(64))))
                .isEqualTo(new Unknown("HTTP 503"));
    }

    @Test
    void bytesThatAreNoTextDoNotHideTheReason() {
        byte[] body = "{\"message\":\"\u00ff\",\"reason\":\"ENDED\"}".getBytes(ISO_8859_1);
        assertThat(ReplyReader.read(Replies.of(429, body))).isEqualTo(new Refused(Refusal.ENDED));
        byte[] wide = "{\0}\0".getBytes(ISO_8859_1);
        assertThat(ReplyReader.read(Replies.of(503, wide))).isEqualTo(new Unknown("HTTP 503"));
    }

    private static Outcome read(int status, String body) {
        return ReplyReader.read(Replies.of(status, body));
    }

    private static Outcome refusal(int status, String body) {
        return read(status, body.replace('\'', '"'));
    }

    private static Outcome error(int status, String code, String reason) {
        String details =
                reason.isEmpty()
                        ? ""
                        : ",\"details\":[{\"type\":\"google.rpc.RetryInfo\"},{\"type\":"
                                + "\"google.rpc.ErrorInfo\",\"debug\":{\"reason\":\""
                                + reason
                                + "\"}}]";
        return read(status, "{\"code\":\"" + code + "\"" + details + "}");
    }
}
