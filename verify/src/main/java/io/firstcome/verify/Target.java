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
/// @param key that a Firstcome server demands; null for none
public record Target(
        URI adminUrl,
        URI issueUrl,
        @Nullable String campaignId,
        Dialect dialect,
        @Nullable String key) {
    /// A server of Firstcome's own APIs, asked in JSON, that demands no key.
    public Target(URI adminUrl, URI issueUrl, @Nullable String campaignId) {
        this(adminUrl, issueUrl, campaignId, Protocol.JSON);
    }

    /// A server that demands no key.
    public Target(URI adminUrl, URI issueUrl, @Nullable String campaignId, Dialect dialect) {
        this(adminUrl, issueUrl, campaignId, dialect, null);
    }

    public Target {
        boolean isServer = issueUrl.getHost() != null && issueUrl.getRawPath().isEmpty();
        if (!"http".equals(issueUrl.getScheme()) || !isServer) {
            throw new IllegalArgumentException(
                    "issueUrl: " + issueUrl + " (expected: http://host:port, without TLS or path)");
        }
    }

    /// Leaves the key out.
    @Override
    public String toString() {
        return "Target[" + adminUrl + ", " + issueUrl + ", " + campaignId + "]";
    }

    SystemUnderTest open(Duration patience) {
        return dialect.open(adminUrl, issueUrl, patience, key);
    }
}
