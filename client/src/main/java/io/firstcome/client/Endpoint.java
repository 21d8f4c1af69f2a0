package io.firstcome.client;

import java.net.URI;

/// One of a server's APIs, and what the client may still ask of it.
///
/// @param uri without a slash at its end
record Endpoint(URI uri, RetryBudget budget) {

    /// @param name of the setting, for the message when the URI is none of a server
    static Endpoint of(String name, URI uri, RetryPolicy policy) {
        boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!isHttp
                || uri.getHost() == null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "%s: %s (expected: a URL such as http://127.0.0.1:8082)".formatted(name, uri));
        }
        String text = uri.toString();
        URI trimmed = text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
        return new Endpoint(trimmed, new RetryBudget(policy.budget()));
    }

    URI of(Procedure<?, ?> procedure) {
        return URI.create(uri + "/" + procedure.path());
    }
}
