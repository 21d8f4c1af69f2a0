package io.firstcome.cli.campaign;

import io.firstcome.api.admin.v1.EndCampaignRequest;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.client.ConnectClient;

import picocli.CommandLine.Command;

/// `campaign end`.
@Command(
        description = {"Ends a campaign now, for good.", ""},
        footer = {"", "Example:", "  ./firstcome campaign end first"})
final class EndCommand extends ChangeCommand {
    EndCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void run(ConnectClient client) {
        EndCampaignRequest request =
                EndCampaignRequest.newBuilder().setCampaignId(id()).setEtag(etag()).build();
        showCampaign(client, "EndCampaign", request);
    }
}
