package io.firstcome.cli.campaign;

import io.firstcome.api.admin.v1.ListCouponsRequest;
import io.firstcome.api.admin.v1.ListCouponsResponse;
import io.firstcome.api.coupon.v1.Coupon;
import io.firstcome.cli.Terminal;
import io.firstcome.cli.client.ConnectClient;
import io.firstcome.cli.text.Columns;
import io.firstcome.cli.text.Printable;
import io.firstcome.cli.text.TimeText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.ArrayList;
import java.util.List;

/// `campaign coupons`. Holds one page at a time, however many coupons there are.
@Command(
        description = {"Lists a campaign's coupons in order of issue.", ""},
        footer = {"", "Example:", "  ./firstcome campaign coupons first --limit 10"})
final class CouponsCommand extends CampaignCommand {
    private static final int PAGE_SIZE = 5_000;
    private static final List<String> HEADINGS = List.of("ORDINAL", "CODE", "ISSUED", "USER");

    private final Columns columns = new Columns();

    @Parameters(paramLabel = "ID", description = "The campaign.")
    private String id = "";

    @Spec private CommandSpec spec = CommandSpec.create();

    private int limit = Integer.MAX_VALUE;

    CouponsCommand(Terminal terminal) {
        super(terminal);
    }

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Only the first N; all when left out.")
    void setLimit(int limit) {
        if (limit < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--limit: " + limit + " (expected: 1 or more)");
        }
        this.limit = limit;
    }

    @Override
    void run(ConnectClient client) {
        ListCouponsRequest.Builder request = ListCouponsRequest.newBuilder().setCampaignId(id);
        int left = limit;
        do {
            String reply =
                    call(
                            client,
                            "ListCoupons",
                            request.setPageSize(Math.min(left, PAGE_SIZE)).build());
            ListCouponsResponse page = client.read(reply, ListCouponsResponse.newBuilder()).build();
            show(page, reply, left == limit);
            left -= page.getCouponsCount();
            request.setPageToken(page.getNextPageToken());
        } while (left > 0 && !request.getPageToken().isEmpty() && !terminal.out().checkError());
    }

    private void show(ListCouponsResponse page, String reply, boolean isFirst) {
        if (isJson()) {
            terminal.out().println(reply);
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        if (isFirst) {
            rows.add(HEADINGS);
        }
        for (Coupon coupon : page.getCouponsList()) {
            rows.add(row(coupon));
        }
        terminal.out().println(columns.lines(rows));
    }

    private List<String> row(Coupon coupon) {
        return List.of(
                Integer.toString(coupon.getOrdinal()),
                Printable.line(coupon.getCode()),
                TimeText.show(coupon.getIssuedAt(), terminal.clock()),
                Printable.line(coupon.getUserId()));
    }
}
