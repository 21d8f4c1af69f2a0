package io.firstcome.verify;

import io.firstcome.verify.report.Settings;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What a run was asked to do, for its report.
final class RunSettings {
    private RunSettings() {}

    static Settings of(VerifyOptions options, @Nullable String command) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("adminUrl", options.target().adminUrl());
        values.put("issueUrl", options.target().issueUrl());
        String campaignId = options.target().campaignId();
        if (campaignId == null) {
            values.put("coupons", options.coupons());
            values.put("leadMillis", options.lead().toMillis());
        } else {
            values.put("campaignId", campaignId);
        }
        values.put("users", options.crowd().users());
        values.put("asks", options.crowd().asks());
        values.put("connections", options.crowd().connections());
        values.put("seed", options.crowd().seed());
        values.put("retryUnknownForMillis", options.retryUnknownFor().toMillis());
        return new Settings(values, command);
    }

    /// Who is about to ask whom, with the seed that makes it happen again.
    static String sentence(VerifyOptions options) {
        Crowd crowd = options.crowd();
        return String.format(
                Locale.ROOT,
                "%,d users ask %d times each at %s over %,d connections; seed %d",
                crowd.users(),
                crowd.asks(),
                options.target().issueUrl(),
                crowd.connections(),
                crowd.seed());
    }
}
