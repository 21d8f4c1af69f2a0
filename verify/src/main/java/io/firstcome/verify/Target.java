package io.firstcome.verify;

import io.firstcome.verify.client.Caller;
import io.firstcome.verify.client.Dialect;
import io.firstcome.verify.client.Protocol;
import io.firstcome.verify.client.SystemUnderTest;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;

/// The server under judgement.
///
/// @param adminUrl where campaigns are managed
/// @param issueUrl where coupons are asked for: scheme, host and port
/// @param campaignId a campaign that exists; null: a new one is made for the run
/// @param dialect how to speak to it
/// @param caller as whom it is spoken to
public record Target(
        URI adminUrl, URI issueUrl, @Nullable String campaignId, Dialect dialect, Caller caller) {
    /// A server of Firstcome's own APIs, asked in JSON, that demands no key.
    public Target(URI adminUrl, URI issueUrl, @Nullable String campaignId) {
        this(adminUrl, issueUrl, campaignId, Protocol.JSON);
    }

    /// A server that demands no key.
    public Target(URI adminUrl, URI issueUrl, @Nullable String campaignId, Dialect dialect) {
        this(adminUrl, issueUrl, campaignId, dialect, Caller.ANYBODY);
    }

    public Target {
        boolean isHttp =
                "http".equals(issueUrl.getScheme()) || "https".equals(issueUrl.getScheme());
        if (!isHttp || issueUrl.getHost() == null || !issueUrl.getRawPath().isEmpty()) {
            throw new IllegalArgumentException(
                    "issueUrl: "
                            + issueUrl
                            + " (expected: http://host:port or https://host:port, without a path)");
        }
    }

    SystemUnderTest open(Duration patience) {
        return dialect.open(adminUrl, issueUrl, patience, caller);
    }
}
