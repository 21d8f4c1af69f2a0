package io.firstcome.cli.campaign;

import io.firstcome.api.admin.v1.Campaign;
import io.firstcome.api.admin.v1.ListCampaignsRequest;
import io.firstcome.api.admin.v1.ListCampaignsResponse;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.client.ConnectClient;
import io.firstcome.cli.text.Columns;

import picocli.CommandLine.Command;

import java.util.ArrayList;
import java.util.List;

/// `campaign list`.
@Command(
        description = {"Lists all campaigns in order of creation.", ""},
        footer = {"", "Example:", "  ./firstcome campaign list"})
final class ListCommand extends CampaignCommand {
    private static final int PAGE_SIZE = 1_000;

    private final Columns columns = new Columns();

    ListCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void run(ConnectClient client) {
        ListCampaignsRequest.Builder request =
                ListCampaignsRequest.newBuilder().setPageSize(PAGE_SIZE);
        boolean isFirst = true;
        do {
            String reply = call(client, "ListCampaigns", request.build());
            ListCampaignsResponse page =
                    client.read(reply, ListCampaignsResponse.newBuilder()).build();
            terminal.out().println(isJson() ? reply : table(page, isFirst));
            request.setPageToken(page.getNextPageToken());
            isFirst = false;
        } while (!request.getPageToken().isEmpty() && !terminal.out().checkError());
    }

    private String table(ListCampaignsResponse page, boolean isFirst) {
        if (isFirst && page.getCampaignsCount() == 0) {
            return "There are no campaigns. Make one: ./firstcome campaign create --help";
        }
        List<List<String>> rows = new ArrayList<>();
        if (isFirst) {
            rows.add(CampaignText.HEADINGS);
        }
        for (Campaign campaign : page.getCampaignsList()) {
            rows.add(CampaignText.row(campaign, terminal));
        }
        return columns.lines(rows);
    }
}
