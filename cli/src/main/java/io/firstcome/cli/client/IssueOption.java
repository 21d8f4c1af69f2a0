package io.firstcome.cli.client;

import picocli.CommandLine.Option;

import java.net.URI;

/// `--issue`: which server's issue API a command calls.
public final class IssueOption {
    @Option(
            names = "--issue",
            paramLabel = "URL",
            converter = ServerUrl.class,
            description =
                    "The server's issue API. Else $FIRSTCOME_ISSUE_URL, else"
                            + " http://127.0.0.1:8082.")
    private URI url = ServerUrl.LOCAL_ISSUE;

    public URI url() {
        return url;
    }
}
