package io.firstcome.cli.campaign;

import com.google.protobuf.Timestamp;

import io.firstcome.api.admin.v1.Campaign;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.text.Columns;
import io.firstcome.cli.text.Printable;
import io.firstcome.cli.text.TimeText;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How campaigns are shown to people.
final class CampaignText {
    static final List<String> HEADINGS = List.of("ID", "STATE", "ISSUED", "OF", "STARTS", "NAME");

    private CampaignText() {}

    /// Everything about one campaign, on several lines.
    static String describe(Campaign campaign, Terminal terminal) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("  name", Printable.line(campaign.getName())));
        rows.add(List.of("  coupons", coupons(campaign)));
        rows.add(List.of("  starts", time(campaign.getIssuanceStartTime(), terminal)));
        rows.add(List.of("  ends", end(campaign, terminal)));
        rows.add(List.of("  etag", Printable.line(campaign.getEtag())));
        return terminal.bold(Printable.line(campaign.getCampaignId()))
                + "  "
                + campaign.getState().name()
                + "\n"
                + new Columns().lines(rows);
    }

    /// One campaign as the cells of a table under [#HEADINGS].
    static List<String> row(Campaign campaign, Terminal terminal) {
        return List.of(
                Printable.line(campaign.getCampaignId()),
                campaign.getState().name(),
                count(campaign.getIssuedCount()),
                limit(campaign),
                time(campaign.getIssuanceStartTime(), terminal),
                Printable.line(campaign.getName()));
    }

    private static String coupons(Campaign campaign) {
        String issued = count(campaign.getIssuedCount()) + " issued of " + limit(campaign);
        return campaign.hasRemainingCount()
                ? issued + ", " + count(campaign.getRemainingCount()) + " left"
                : issued;
    }

    private static String limit(Campaign campaign) {
        return campaign.hasCouponIssueLimit() ? count(campaign.getCouponIssueLimit()) : "unlimited";
    }

    private static String end(Campaign campaign, Terminal terminal) {
        return campaign.hasIssuanceEndTime()
                ? time(campaign.getIssuanceEndTime(), terminal)
                : "never";
    }

    private static String time(Timestamp time, Terminal terminal) {
        return TimeText.show(time, terminal.clock());
    }

    private static String count(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
