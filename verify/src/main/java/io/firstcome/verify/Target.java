package io.firstcome.verify;

import io.firstcome.verify.client.FirstcomeSystem;
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
    /// A way to speak to a server.
    @FunctionalInterface
    public interface Dialect {
        /// Opens the server behind these addresses.
        ///
        /// @param patience for how long a read is repeated while the server is away
        SystemUnderTest open(URI adminUrl, URI issueUrl, Duration patience);
    }

    /// A server of Firstcome's own APIs.
    public Target(URI adminUrl, URI issueUrl, @Nullable String campaignId) {
        this(adminUrl, issueUrl, campaignId, FirstcomeSystem::new);
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
