package io.firstcome.verify;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/// The server under judgement.
///
/// @param adminUrl where campaigns are managed
/// @param issueUrl where coupons are asked for: scheme, host and port; only `http`, because the
///   load speaks no TLS
/// @param campaignId a campaign that exists; null: a new one is made for the run
public record Target(URI adminUrl, URI issueUrl, @Nullable String campaignId) {
    public Target {
        boolean isServer = issueUrl.getHost() != null && issueUrl.getRawPath().isEmpty();
        if (!"http".equals(issueUrl.getScheme()) || !isServer) {
            throw new IllegalArgumentException(
                    "issueUrl: " + issueUrl + " (expected: http://host:port, without TLS or path)");
        }
    }
}
