package io.firstcome.cli.campaign;

import io.firstcome.api.admin.v1.CampaignView;
import io.firstcome.api.admin.v1.GetCampaignRequest;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.client.ConnectClient;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `campaign get`.
@Command(
        description = {"Shows a campaign: its state, its coupons issued and left.", ""},
        footer = {"", "Example:", "  ./firstcome campaign get first"})
final class GetCommand extends CampaignCommand {
    @Parameters(paramLabel = "ID", description = "The campaign.")
    private String id = "";

    GetCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void run(ConnectClient client) {
        showCampaign(
                client,
                "GetCampaign",
                GetCampaignRequest.newBuilder()
                        .setCampaignId(id)
                        .setView(CampaignView.BASIC)
                        .build());
    }
}
