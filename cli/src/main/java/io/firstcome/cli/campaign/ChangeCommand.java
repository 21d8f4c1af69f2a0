package io.firstcome.cli.campaign;

import io.firstcome.cli.Terminal;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A command that needs no more than a campaign, and its etag when it must not have changed.
abstract class ChangeCommand extends CampaignCommand {
    @Parameters(paramLabel = "ID", description = "The campaign.")
    private String id = "";

    @Option(
            names = "--etag",
            paramLabel = "ETAG",
            description = "Only if the campaign's etag is still this one.")
    private String etag = "";

    ChangeCommand(Terminal terminal) {
        super(terminal);
    }

    final String id() {
        return id;
    }

    final String etag() {
        return etag;
    }
}
