package io.firstcome.verify.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.firstcome.verify.load.RequestTemplate;

import java.nio.ByteBuffer;

/// `issue.v1.IssueCouponRequest` in binary protobuf: two texts.
final class ProtoRequest {
    private static final int CAMPAIGN_ID = 1;
    private static final int USER_ID = 2;
    private static final int TEXT_MAX = 127;
    private static final int DIGITS = RequestTemplate.digits(0).length();

    private ProtoRequest() {}

    /// Over Connect: the message is the body.
    static RequestTemplate connect(
            String authority, String path, String campaignId, String namePrefix) {
        String message = message(campaignId, namePrefix);
        return RequestTemplate.post(authority, path, "application/proto", message, "");
    }

    /// Over gRPC: before the message stand a zero, since it is not compressed, and its length.
    static RequestTemplate grpc(
            String authority, String path, String campaignId, String namePrefix) {
        String message = message(campaignId, namePrefix);
        ByteBuffer body =
                ByteBuffer.allocate(1 + Integer.BYTES + message.length())
                        .put((byte) 0)
                        .putInt(message.length() + DIGITS)
                        .put(message.getBytes(US_ASCII));
        return RequestTemplate.overHttp2(authority, path, "application/grpc", body.array());
    }

    /// The message up to the digits of the user's name, as characters of one byte each.
    private static String message(String campaignId, String namePrefix) {
        return head(CAMPAIGN_ID, campaignId.length())
                + campaignId
                + head(USER_ID, namePrefix.length() + DIGITS)
                + namePrefix;
    }

    /// The head of a text of ASCII characters whose length fits one byte, as characters of one byte
    /// each.
    private static String head(int field, int length) {
        if (length > TEXT_MAX) {
            throw new IllegalArgumentException(
                    "length: " + length + " (expected: <= " + TEXT_MAX + ")");
        }
        return "" + (char) (field << 3 | ProtoMessage.LENGTH_DELIMITED) + (char) length;
    }
}
