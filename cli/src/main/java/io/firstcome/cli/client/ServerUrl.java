package io.firstcome.cli.client;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.net.URI;
import java.net.URISyntaxException;

/// Reads the URL of a server: `http` or `https`, and no slash at its end is kept.
public final class ServerUrl implements ITypeConverter<URI> {
    /// Where a server on this machine has its admin API when it was not told otherwise.
    public static final URI LOCAL_ADMIN = URI.create("http://127.0.0.1:8081");

    /// Where a server on this machine has its issue API when it was not told otherwise.
    public static final URI LOCAL_ISSUE = URI.create("http://127.0.0.1:8082");

    @Override
    public URI convert(String text) {
        try {
            URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (isServer(url)) {
                return url;
            }
        } catch (URISyntaxException _) {
            // Told below, as everything else that is no URL of a server.
        }
        throw new TypeConversionException(
                "%s (expected: a URL such as %s)".formatted(text, LOCAL_ADMIN));
    }

    private static boolean isServer(URI url) {
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }
}
