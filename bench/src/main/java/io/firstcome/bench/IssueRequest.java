package io.firstcome.bench;

import io.firstcome.verify.client.Json;
import io.firstcome.verify.load.RequestTemplate;

import java.net.URI;

/// The request for a coupon, as every subject gets it.
final class IssueRequest {
    static final String METHOD = "issue.v1.IssueService/IssueCoupon";

    private final RequestTemplate template;
    private final int bodyLength;

    IssueRequest(URI url, String campaignId) {
        String before = "{\"campaignId\":" + Json.quote(campaignId) + ",\"userId\":\"bench-";
        String after = "\"}";
        template = RequestTemplate.post(url.getAuthority(), "/" + METHOD, before, after);
        bodyLength = (before + RequestTemplate.digits(0) + after).length();
    }

    RequestTemplate template() {
        return template;
    }

    int bodyLength() {
        return bodyLength;
    }
}
