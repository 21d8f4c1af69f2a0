package io.firstcome.cli.campaign;

import io.firstcome.api.admin.v1.DeleteCampaignRequest;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.client.ConnectClient;

import picocli.CommandLine.Command;

/// `campaign delete`.
@Command(
        description = {"Deletes a campaign of which nothing was issued.", ""},
        footer = {"", "Example:", "  ./firstcome campaign delete first"})
final class DeleteCommand extends ChangeCommand {
    DeleteCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void run(ConnectClient client) {
        DeleteCampaignRequest request =
                DeleteCampaignRequest.newBuilder().setCampaignId(id()).setEtag(etag()).build();
        String reply = call(client, "DeleteCampaign", request);
        terminal.out().println(isJson() ? reply : "Deleted " + id() + ".");
    }
}
