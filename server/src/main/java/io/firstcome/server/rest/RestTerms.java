package io.firstcome.server.rest;

import io.firstcome.connect.rest.MethodTerms;

import java.util.Map;

/// What HTTP says of this API's methods beyond their rules.
public final class RestTerms {
    public static final Map<String, MethodTerms> OF_METHODS =
            Map.of(
                    "admin.v1.CampaignService.CreateCampaign",
                    new MethodTerms(
                            "/v1/campaigns/{campaign_id}",
                            Map.of(
                                    "Idempotency-Key",
                                    "Makes a call safe to repeat: the same key and request answer"
                                            + " the same campaign.")));

    private RestTerms() {}
}
