package io.firstcome.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;

/// The form with events: whatever is true is answered 200.
class EventCouponsTest {
    @TempDir private Path directory;
    private TestServer server;
    private Rest issue;

    @BeforeEach
    void start() {
        server = new TestServer(directory);
        issue = new Rest(server.issuePort());
    }

    @AfterEach
    void stop() {
        issue.close();
        server.close();
    }

    @Test
    void aCouponIsAKey() {
        server.createOpen("3000EVENT", 1);
        Rest.Answer issued = ask("3000EVENT", "ann");
        String code = server.issue("3000EVENT", "ann").coupon().get("code").getAsString();
        assertThat(issued.status()).isEqualTo(200);
        assertThat(issued.response().body())
                .isEqualTo(
                        "{\"success\":true,\"reason\":null,\"couponKey\":\""
                                + code
                                + "\",\"message\":\"쿠폰 발급에 성공하였습니다.\"}");
    }

    @Test
    void refusalsSayWhy() {
        server.createOpen("event", 1);
        ask("event", "ann");
        assertRefused(ask("event", "ann"), "DUPLICATE", "이미 쿠폰을 발급받았습니다.");
        assertRefused(ask("event", "bob"), "SOLD_OUT", "쿠폰이 모두 소진되었습니다.");
        assertRefused(ask("nowhere", "bob"), "NOT_FOUND", "캠페인을 찾을 수 없습니다.");
        server.create("later", 1, Instant.now().plusSeconds(3_600));
        assertRefused(ask("later", "bob"), "NOT_STARTED", "캠페인이 아직 시작되지 않았습니다.");
    }

    private static void assertRefused(Rest.Answer answer, String reason, String message) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body())
                .isEqualTo(
                        "{\"success\":false,\"reason\":\"%s\",\"couponKey\":null,\"message\":\"%s\"}"
                                .formatted(reason, message));
    }

    @Test
    void whatIsNotValidIsAProblem() {
        Rest.Answer answer = ask("no such", "ann");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).startsWith("eventId: ");
        assertThat(ask("event", "").text("detail")).startsWith("userId: ");
    }

    private Rest.Answer ask(String event, String user) {
        String json = "{\"eventId\":\"%s\",\"userId\":\"%s\"}".formatted(event, user);
        return issue.send("POST", "/coupons/issue", json);
    }
}
