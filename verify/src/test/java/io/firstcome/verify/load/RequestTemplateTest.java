package io.firstcome.verify.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.junit.jupiter.api.Test;

class RequestTemplateTest {
    private static final RequestTemplate TEMPLATE =
            RequestTemplate.of("가 campaign-" + RequestTemplate.digits(0) + " user-", " end");

    @Test
    void onlyTheUserChanges() {
        assertThat(request(TEMPLATE, 1234)).isEqualTo("가 campaign-000000000 user-000001234 end");
    }

    @Test
    void usersAreSpreadEvenlyOverGroups() {
        RequestTemplate grouped = TEMPLATE.grouped("campaign-", 100);
        assertThat(request(grouped, 1234)).isEqualTo("가 campaign-000000034 user-000001234 end");
        assertThat(request(grouped, 99)).isEqualTo("가 campaign-000000099 user-000000099 end");
        assertThat(request(grouped, 100)).isEqualTo("가 campaign-000000000 user-000000100 end");
    }

    @Test
    void groupsNeedAPlaceAndANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TEMPLATE.grouped("shop-", 100))
                .withMessage("before: shop- (expected: before nine zeros in the request)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TEMPLATE.grouped("campaign-", 0))
                .withMessage("count: 0 (expected: 1..1000000000)");
    }

    @Test
    void usersHaveNineDigits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request(TEMPLATE, -1))
                .withMessage("user: -1 (expected: 0..999999999)");
    }

    @Test
    void aHeaderMoreStandsBehindTheFirstLineAndMovesTheDigits() {
        RequestTemplate template =
                RequestTemplate.post(
                                "a:1", "/p", "campaign-" + RequestTemplate.digits(0) + " u", "")
                        .grouped("campaign-", 2)
                        .with("x", "y");
        assertThat(request(template, 3))
                .startsWith("POST /p HTTP/1.1\r\nx: y\r\nHost: a:1\r\n")
                .endsWith("\r\n\r\ncampaign-000000001 u000000003");
    }

    @Test
    void overHttp2AHeaderMoreStandsInTheHead() {
        RequestTemplate plain = RequestTemplate.overHttp2("a:1", "/p", "t", new byte[0]);
        assertThat(head(plain.with("x", "y"))).contains(":path: /p", "x: y");
        assertThat(head(plain)).contains(":path: /p").doesNotContain("x: y");
    }

    @Test
    void overTlsTheHeadSaysSo() {
        RequestTemplate template = RequestTemplate.overHttp2("a:1", "/p", "t", new byte[0]);
        assertThat(head(template)).contains(":scheme: http,");
        assertThat(String.valueOf(template.head(true)))
                .contains(":scheme: https,", ":path: /p")
                .doesNotContain(":scheme: http,");
    }

    private static String head(RequestTemplate template) {
        return String.valueOf(template.head(false));
    }

    private static String request(RequestTemplate template, int user) {
        ByteBuf buffer = Unpooled.buffer(template.length());
        template.writeTo(buffer);
        template.setUser(buffer, user);
        return buffer.toString(0, template.length(), UTF_8);
    }
}
