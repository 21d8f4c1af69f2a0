package io.firstcome.cli.campaign;

import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;

import io.firstcome.api.admin.v1.UpdateCampaignRequest;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.client.ConnectClient;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `campaign update`.
@Command(
        description = {"Changes a campaign, also while it runs.", ""},
        footer = {
            "",
            "TIME is now, +10s, +5m, +2h or a time with an offset.",
            "",
            "Example:",
            "  ./firstcome campaign update first --coupons 2000"
        })
final class UpdateCommand extends CampaignCommand {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "The campaign.")
    private String id = "";

    @Option(names = "--name", paramLabel = "NAME", description = "What people call it.")
    private @Nullable String name;

    @Option(
            names = "--coupons",
            paramLabel = "N",
            description = "How many coupons there are, or unlimited; not below what is issued.")
    private @Nullable CouponLimit coupons;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            description = "When it starts; only while it has not.")
    private @Nullable Timestamp start;

    @Option(
            names = "--end",
            paramLabel = "TIME",
            description = "When it ends, or never; only while it has not.")
    private @Nullable EndTime end;

    @Option(
            names = "--etag",
            paramLabel = "ETAG",
            description = "Change it only if its etag is still this one.")
    private String etag = "";

    UpdateCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    void run(ConnectClient client) {
        UpdateCampaignRequest request = request();
        if (request.getUpdateMask().getPathsCount() == 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "What shall change? Give --name, --coupons, --start or --end.");
        }
        showCampaign(client, "UpdateCampaign", request);
    }

    private UpdateCampaignRequest request() {
        UpdateCampaignRequest.Builder request =
                UpdateCampaignRequest.newBuilder().setCampaignId(id).setEtag(etag);
        FieldMask.Builder mask = request.getUpdateMaskBuilder();
        if (name != null) {
            mask.addPaths("name");
            request.setName(name);
        }
        if (start != null) {
            mask.addPaths("issuance_start_time");
            request.setIssuanceStartTime(start);
        }
        if (coupons != null) {
            mask.addPaths("coupon_issue_limit");
            setLimit(request, coupons.coupons());
        }
        if (end != null) {
            mask.addPaths("issuance_end_time");
            setEnd(request, end.time());
        }
        return request.build();
    }

    // A field that the mask names and the request does not hold is cleared.

    private static void setLimit(UpdateCampaignRequest.Builder request, @Nullable Integer limit) {
        if (limit != null) {
            request.setCouponIssueLimit(limit);
        }
    }

    private static void setEnd(UpdateCampaignRequest.Builder request, @Nullable Timestamp end) {
        if (end != null) {
            request.setIssuanceEndTime(end);
        }
    }
}
