package io.firstcome.cli.campaign;

import com.google.protobuf.Timestamp;

import io.firstcome.api.admin.v1.CreateCampaignRequest;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.client.ConnectClient;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `campaign create`.
@Command(
        description = {"Makes a campaign.", ""},
        footer = {
            "",
            "TIME is now, +10s, +5m, +2h or a time with an offset.",
            "",
            "Example:",
            "  ./firstcome campaign create \"First drop\" --coupons 1000 --start +10s",
            "  ./firstcome campaign create Summer --coupons 500"
                    + " --start 2025-06-23T20:57:00+09:00"
        })
final class CreateCommand extends CampaignCommand {
    @Parameters(paramLabel = "NAME", description = "What people call it.")
    private String name = "";

    @Option(
            names = "--coupons",
            required = true,
            paramLabel = "N",
            description = "How many coupons there are, or unlimited.")
    private CouponLimit coupons = new CouponLimit(null);

    @Option(
            names = "--start",
            required = true,
            paramLabel = "TIME",
            description = "When the first coupon is issued.")
    private Timestamp start = Timestamp.getDefaultInstance();

    @Option(
            names = "--end",
            paramLabel = "TIME",
            description = "From when on none is issued any more; never when left out.")
    private EndTime end = new EndTime(null);

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "1 to 64 letters, digits, '.', '_', '-'; else the server chooses one.")
    private String id = "";

    CreateCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void run(ConnectClient client) {
        CreateCampaignRequest.Builder request =
                CreateCampaignRequest.newBuilder()
                        .setName(name)
                        .setIssuanceStartTime(start)
                        .setCampaignId(id);
        if (coupons.coupons() != null) {
            request.setCouponIssueLimit(coupons.coupons());
        }
        if (end.time() != null) {
            request.setIssuanceEndTime(end.time());
        }
        showCampaign(client, "CreateCampaign", request.build());
    }
}
