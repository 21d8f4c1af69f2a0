package io.firstcome.cli.campaign;

import io.firstcome.api.admin.v1.ResumeCampaignRequest;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.client.ConnectClient;

import picocli.CommandLine.Command;

/// `campaign resume`.
@Command(
        description = {"Issues again after a pause.", ""},
        footer = {"", "Example:", "  ./firstcome campaign resume first"})
final class ResumeCommand extends ChangeCommand {
    ResumeCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void run(ConnectClient client) {
        ResumeCampaignRequest request =
                ResumeCampaignRequest.newBuilder().setCampaignId(id()).setEtag(etag()).build();
        showCampaign(client, "ResumeCampaign", request);
    }
}
