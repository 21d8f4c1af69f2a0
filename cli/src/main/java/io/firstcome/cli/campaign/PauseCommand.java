package io.firstcome.cli.campaign;

import io.firstcome.api.admin.v1.PauseCampaignRequest;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.client.ConnectClient;

import picocli.CommandLine.Command;

/// `campaign pause`.
@Command(
        description = {"Stops issuing until the campaign is resumed.", ""},
        footer = {"", "Example:", "  ./firstcome campaign pause first"})
final class PauseCommand extends ChangeCommand {
    PauseCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void run(ConnectClient client) {
        PauseCampaignRequest request =
                PauseCampaignRequest.newBuilder().setCampaignId(id()).setEtag(etag()).build();
        showCampaign(client, "PauseCampaign", request);
    }
}
