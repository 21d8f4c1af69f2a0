package io.firstcome.cli.move.tables;

import io.firstcome.cli.move.tables.CampaignColumns.Quantity;
import io.firstcome.cli.move.tables.CampaignColumns.Times;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the tables of a kind of system are called, and what stands in which column.
record Layout(CampaignColumns campaigns, IssueColumns issues) {
    private static final CampaignColumns CAMPAIGNS =
            new CampaignColumns(
                    "campaigns",
                    "id",
                    "name",
                    new Quantity("total_coupons", false, null),
                    new Times("start_time", null, null, null));

    /// All that are known. One that needs more columns comes before one that needs fewer.
    private static final List<Layout> ALL =
            List.of(
                    new Layout(
                            new CampaignColumns(
                                    "coupons",
                                    "id",
                                    "title",
                                    new Quantity("total_quantity", true, "issued_quantity"),
                                    new Times(
                                            "date_issue_start",
                                            "date_issue_end",
                                            "date_created",
                                            "date_updated")),
                            new IssueColumns(
                                    "coupon_issues", "id", "coupon_id", "user_id", "date_issued")),
                    new Layout(CAMPAIGNS, coupons("user_id")),
                    new Layout(CAMPAIGNS, coupons("coupon_code")));

    /// @param holder the column that says whose a coupon is
    private static IssueColumns coupons(String holder) {
        return new IssueColumns("coupons", "id", "campaign_id", holder, "issued_at");
    }

    /// The first of which all columns are there.
    ///
    /// @throws TablesException when there is none
    static Layout recognize(Snapshot snapshot) throws SQLException, TablesException {
        List<String> misfits = new ArrayList<>();
        for (Layout layout : ALL) {
            List<String> missing = layout.missing(snapshot);
            if (missing.isEmpty()) {
                return layout;
            }
            misfits.add("%s, without %s".formatted(layout, String.join(", ", missing)));
        }
        throw new TablesException(
                "tables: %s (expected: one of these with all its columns)"
                        .formatted(String.join("; ", misfits)));
    }

    private List<String> missing(Snapshot snapshot) throws SQLException {
        List<String> missing = new ArrayList<>();
        missing.addAll(missing(snapshot, campaigns.table(), campaigns.needed()));
        missing.addAll(missing(snapshot, issues.table(), issues.moved()));
        return missing;
    }

    private static List<String> missing(Snapshot snapshot, String table, List<String> needed)
            throws SQLException {
        Set<String> columns = Set.copyOf(snapshot.columns(table));
        return needed.stream()
                .filter(column -> !columns.contains(column))
                .map(column -> table + "." + column)
                .toList();
    }

    @Override
    public String toString() {
        return campaigns.table() + " and " + issues.table();
    }
}
