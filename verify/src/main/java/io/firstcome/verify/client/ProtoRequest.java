package io.firstcome.verify.client;

import io.firstcome.verify.load.RequestTemplate;

/// `issue.v1.IssueCouponRequest` in binary protobuf: two texts.
final class ProtoRequest {
    private static final int CAMPAIGN_ID = 1;
    private static final int USER_ID = 2;
    private static final int TEXT_MAX = 127;

    private ProtoRequest() {}

    static RequestTemplate template(
            String authority, String path, String campaignId, String namePrefix) {
        int userLength = namePrefix.length() + RequestTemplate.digits(0).length();
        String before =
                head(CAMPAIGN_ID, campaignId.length())
                        + campaignId
                        + head(USER_ID, userLength)
                        + namePrefix;
        return RequestTemplate.post(authority, path, "application/proto", before, "");
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
