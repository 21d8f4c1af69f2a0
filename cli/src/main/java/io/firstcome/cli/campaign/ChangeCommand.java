package io.firstcome.cli.campaign;

import com.google.protobuf.Message;

import io.firstcome.cli.Terminal;
import io.firstcome.cli.client.ConnectClient;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `campaign pause`, `campaign resume`, `campaign end` and `campaign delete`.
@Command
final class ChangeCommand extends CampaignCommand {
    private final Change change;

    @Parameters(paramLabel = "ID", description = "The campaign.")
    private String id = "";

    @Option(
            names = "--etag",
            paramLabel = "ETAG",
            description = "Only if the campaign's etag is still this one.")
    private String etag = "";

    ChangeCommand(Terminal terminal, Change change) {
        super(terminal);
        this.change = change;
    }

    @Spec
    void describe(CommandSpec spec) {
        String example = "  ./firstcome campaign " + change.command() + " first";
        spec.usageMessage().description(change.description(), "").footer("", "Example:", example);
    }

    @Override
    void run(ConnectClient client) {
        Message request = change.request(id, etag);
        switch (change) {
            case PAUSE, RESUME, END -> showCampaign(client, change.method(), request);
            case DELETE -> {
                String reply = call(client, change.method(), request);
                terminal.out().println(isJson() ? reply : "Deleted " + id + ".");
            }
        }
    }
}
