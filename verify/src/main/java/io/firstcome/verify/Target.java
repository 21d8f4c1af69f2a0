package io.firstcome.verify;

import io.firstcome.verify.client.Dialect;
import io.firstcome.verify.client.Protocol;
import io.firstcome.verify.client.SystemUnderTest;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;

/// The server under judgement.
///
/// @param adminUrl where campaigns are managed
/// @param issueUrl where coupons are asked for: scheme, host and port; only `http`, because the
///   load speaks no TLS
/// @param campaignId a campaign that exists; null: a new one is made for the run
/// @param dialect how to speak to it
public record Target(URI adminUrl, URI issueUrl, @Nullable String campaignId, Dialect dialect) {
    /// A server of Firstcome's own APIs, asked in JSON.
    public Target(URI adminUrl, URI issueUrl, @Nullable String campaignId) {
        this(adminUrl, issueUrl, campaignId, Protocol.JSON);
    }

    public Target {
        boolean isServer = issueUrl.getHost() != null && issueUrl.getRawPath().isEmpty();
        if (!"http".equals(issueUrl.getScheme()) || !isServer) {
            throw new IllegalArgumentException(
                    "issueUrl: " + issueUrl + " (expected: http://host:port, without TLS or path)");
        }
    }

    SystemUnderTest open(Duration patience) {
        return dialect.open(adminUrl, issueUrl, patience);
    }
}
