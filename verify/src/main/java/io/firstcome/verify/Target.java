package io.firstcome.verify;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/// The server under judgement.
///
/// @param adminUrl where campaigns are managed
/// @param issueUrl where coupons are asked for
/// @param campaignId a campaign that exists; null: a new one is made for the run
public record Target(URI adminUrl, URI issueUrl, @Nullable String campaignId) {
    /// Firstcome's default ports on this machine.
    public static final Target LOCAL =
            new Target(
                    URI.create("http://127.0.0.1:8081"), URI.create("http://127.0.0.1:8082"), null);
}
