package io.firstcome.server.issue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.api.coupon.v1.Coupon;
import io.firstcome.api.issue.v1.IssueCouponRequest;
import io.firstcome.api.issue.v1.IssueCouponResponse;
import io.firstcome.connect.Codec;
import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.JsonCodec;

import org.jspecify.annotations.Nullable;

/// The JSON of the one call that comes by the hundred thousand, without the cost of reflection.
///
/// It reads the plain form that clients send, an object of the two strings without escapes;
/// whatever else comes is read by the codec of all other calls, so both accept the same. What it
/// writes parses to the same message.
final class IssueCouponJson implements Codec<IssueCouponRequest, IssueCouponResponse> {
    private static final int RESPONSE_LENGTH = 256;

    private final Codec<IssueCouponRequest, IssueCouponResponse> anyForm =
            JsonCodec.ignoringUnknownFields(IssueCouponRequest.getDefaultInstance());
    private final TimestampText timestampText = new TimestampText();

    @Override
    public IssueCouponRequest decode(byte[] body) throws InvalidRequestException {
        IssueCouponRequest request = decodePlain(new PlainJsonReader(body));
        return request != null ? request : anyForm.decode(body);
    }

    /// The request when it is in the plain form, otherwise null.
    private static @Nullable IssueCouponRequest decodePlain(PlainJsonReader json) {
        String campaignId = null;
        String userId = null;
        json.expect('{');
        do {
            String name = json.string();
            json.expect(':');
            String value = json.string();
            if (name == null || value == null) {
                return null;
            } else if (name.equals("campaignId") && campaignId == null) {
                campaignId = value;
            } else if (name.equals("userId") && userId == null) {
                userId = value;
            } else {
                return null;
            }
        } while (json.accept(','));
        json.expect('}');
        if (campaignId == null || userId == null || !json.isAtEnd()) {
            return null;
        }
        return IssueCouponRequest.newBuilder().setCampaignId(campaignId).setUserId(userId).build();
    }

    @Override
    public byte[] encode(IssueCouponResponse response) {
        Coupon coupon = response.getCoupon();
        StringBuilder json = new StringBuilder(RESPONSE_LENGTH);
        json.append("{\"coupon\":{\"campaignId\":\"").append(coupon.getCampaignId());
        json.append("\",\"userId\":\"");
        appendEscaped(json, coupon.getUserId());
        json.append("\",\"ordinal\":").append(coupon.getOrdinal());
        json.append(",\"code\":\"").append(coupon.getCode());
        json.append("\",\"issuedAt\":\"");
        timestampText.append(json, coupon.getIssuedAt());
        json.append("\"}");
        if (response.getAlreadyIssued()) {
            json.append(",\"alreadyIssued\":true");
        }
        return json.append('}').toString().getBytes(UTF_8);
    }

    /// Identifiers of users have no control characters, so only two need an escape.
    private static void appendEscaped(StringBuilder json, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\');
            }
            json.append(c);
        }
    }
}
