package io.firstcome.bench;

import io.firstcome.verify.client.Json;
import io.firstcome.verify.load.RequestTemplate;

import java.net.URI;

/// The request for a coupon, as every subject gets it.
final class IssueRequest {
    static final String METHOD = "issue.v1.IssueService/IssueCoupon";

    private static final String USER = "bench-";

    private final String authority;
    private final String campaignId;
    private final RequestTemplate template;

    IssueRequest(URI url, String campaignId) {
        this.authority = url.getAuthority();
        this.campaignId = campaignId;
        String before = "{\"campaignId\":" + Json.quote(campaignId) + ",\"userId\":\"" + USER;
        String after = "\"}";
        template = RequestTemplate.post(authority, "/" + METHOD, before, after);
    }

    /// The same request in binary protobuf.
    RequestTemplate binary() {
        int userLength = USER.length() + RequestTemplate.digits(0).length();
        String before = field(1, campaignId.length()) + campaignId + field(2, userLength) + USER;
        return RequestTemplate.post(authority, "/" + METHOD, "application/proto", before, "");
    }

    /// The head of a text shorter than 128 bytes, as characters of one byte each.
    private static String field(int number, int length) {
        return "" + (char) (number << 3 | 2) + (char) length;
    }

    RequestTemplate template() {
        return template;
    }
}
