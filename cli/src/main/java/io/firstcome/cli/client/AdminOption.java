package io.firstcome.cli.client;

import picocli.CommandLine.Option;

import java.net.URI;

/// `--admin`: which server's admin API a command calls.
public final class AdminOption {
    @Option(
            names = "--admin",
            paramLabel = "URL",
            converter = ServerUrl.class,
            description =
                    "The server's admin API. Else $FIRSTCOME_ADMIN_URL, else"
                            + " http://127.0.0.1:8081.")
    private URI url = ServerUrl.LOCAL_ADMIN;

    public URI url() {
        return url;
    }
}
