package io.firstcome.server.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.util.JsonFormat;
import com.google.protobuf.util.Timestamps;

import io.firstcome.api.coupon.v1.Coupon;
import io.firstcome.api.issue.v1.IssueCouponRequest;
import io.firstcome.api.issue.v1.IssueCouponResponse;
import io.firstcome.connect.InvalidRequestException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.SplittableRandom;

class IssueCouponJsonTest {
    private final IssueCouponJson codec = new IssueCouponJson();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"campaignId\":\"c\",\"userId\":\"u\"}",
                " {\n\t\"userId\" : \"u\" ,\r\n \"campaignId\" : \"c\" } ",
                "{\"campaign_id\":\"c\",\"user_id\":\"u\"}",
                "{\"campaignId\":\"c\",\"userId\":\"\\u0075\"}",
                "{\"campaignId\":\"c\",\"userId\":\"u\",\"unknown\":[1,{\"a\":null}]}"
            })
    void readsTheSameRequestFromEveryForm(String json) throws Exception {
        assertThat(codec.decode(json.getBytes(UTF_8)))
                .isEqualTo(
                        IssueCouponRequest.newBuilder().setCampaignId("c").setUserId("u").build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"userId\":\"홍길동 🦊\"}", "{\"campaignId\":null}"})
    void readsWhatTheFullMappingReads(String json) throws Exception {
        IssueCouponRequest.Builder expected = IssueCouponRequest.newBuilder();
        JsonFormat.parser().merge(json, expected);
        assertThat(codec.decode(json.getBytes(UTF_8))).isEqualTo(expected.build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"campaignId\":\"c\",\"userId\":\"u\"",
                "{\"campaignId\":\"c\",\"userId\":\"u\"}}",
                "{\"campaignId\":\"c\",\"userId\":\"u}",
                "{\"campaignId\":\"c\",\"userId\":{}}",
                "{\"campaignId\":\"c\",\"userId\":\"u\",\"userId\":\"v\"}",
                "not json"
            })
    void refusesWhatIsNoRequest(String json) {
        assertThatThrownBy(() -> codec.decode(json.getBytes(UTF_8)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void refusesTextThatIsNoUtf8() {
        byte[] json = "{\"campaignId\":\"c\",\"userId\":\"?\"}".getBytes(UTF_8);
        json[json.length - 3] = (byte) 0xFF;
        assertThatThrownBy(() -> codec.decode(json)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void whatItWritesParsesToTheSameResponse() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            IssueCouponResponse response = response(random);
            IssueCouponResponse.Builder parsed = IssueCouponResponse.newBuilder();
            JsonFormat.parser().merge(new String(codec.encode(response), UTF_8), parsed);
            assertThat(parsed.build()).isEqualTo(response);
        }
    }

    private static IssueCouponResponse response(SplittableRandom random) {
        long micros = random.nextLong(0, 4_000_000_000_000_000L);
        long instant = random.nextInt(4) == 0 ? micros / 1_000_000 * 1_000_000 : micros;
        String[] users = {"u", "홍길동", "a\"b\\c", "<&>'=", "🦊", "\u2028 \u00A0"};
        return IssueCouponResponse.newBuilder()
                .setCoupon(
                        Coupon.newBuilder()
                                .setCampaignId("c-" + random.nextInt(100))
                                .setUserId(users[random.nextInt(users.length)])
                                .setOrdinal(random.nextInt(1, Integer.MAX_VALUE))
                                .setCode("가나다라마0123456789".substring(random.nextInt(5), 10))
                                .setIssuedAt(Timestamps.fromMicros(instant)))
                .setAlreadyIssued(random.nextBoolean())
                .build();
    }
}
