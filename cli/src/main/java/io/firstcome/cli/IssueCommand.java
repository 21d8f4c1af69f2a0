package io.firstcome.cli;

import io.firstcome.api.coupon.v1.Coupon;
import io.firstcome.api.issue.v1.IssueCouponRequest;
import io.firstcome.api.issue.v1.IssueCouponResponse;
import io.firstcome.cli.client.CallerOfEnvironment;
import io.firstcome.cli.client.ConnectClient;
import io.firstcome.cli.client.IssueOption;
import io.firstcome.cli.text.Columns;
import io.firstcome.cli.text.Printable;
import io.firstcome.cli.text.TimeText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;

/// `issue`.
@Command(
        description = {"Asks for a coupon in a person's name. Asking again is safe.", ""},
        footer = {"", "Example:", "  ./firstcome issue first kim"})
final class IssueCommand implements Runnable {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "CAMPAIGN", description = "The campaign's id.")
    private String campaignId = "";

    @Parameters(index = "1", paramLabel = "USER", description = "The person's id.")
    private String userId = "";

    @Mixin private IssueOption issue = new IssueOption();

    @Option(names = "--json", description = "Print the server's JSON as it is.")
    private boolean json;

    IssueCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        ConnectClient client =
                new ConnectClient(
                        issue.url(),
                        terminal.language(),
                        CallerOfEnvironment.read(terminal.environment()));
        IssueCouponRequest request =
                IssueCouponRequest.newBuilder().setCampaignId(campaignId).setUserId(userId).build();
        String reply = client.call("issue.v1.IssueService/IssueCoupon", request);
        IssueCouponResponse response = client.read(reply, IssueCouponResponse.newBuilder()).build();
        terminal.out().println(json ? reply : text(response));
    }

    private String text(IssueCouponResponse response) {
        Coupon coupon = response.getCoupon();
        return terminal.bold(Printable.line(coupon.getCode()))
                + (response.getAlreadyIssued() ? "  issued to them before" : "  issued")
                + "\n"
                + new Columns()
                        .lines(
                                List.of(
                                        List.of("  ordinal", String.valueOf(coupon.getOrdinal())),
                                        List.of("  user", Printable.line(coupon.getUserId())),
                                        List.of("  at", time(coupon))));
    }

    private String time(Coupon coupon) {
        return TimeText.show(coupon.getIssuedAt(), terminal.clock());
    }
}
