package io.firstcome.cli.move.tables;

import java.util.List;
import java.util.function.UnaryOperator;

/// A table with a row for each coupon that was issued.
///
/// @param campaign the campaign's identifier
/// @param user whose coupon it is
record IssueColumns(String table, String id, String campaign, String user, String time) {
    /// A column of [#select] that the table does not have: 1 in a user's first row of a campaign, 2
    /// in the second.
    static final String NTH = "nth_of_user";

    /// The columns that have a place in a ledger.
    List<String> moved() {
        return List.of(id, campaign, user, time);
    }

    /// Campaign after campaign, in the order in which they were issued. The database sorts, so that
    /// nobody has to have all of them in memory.
    ///
    /// @param exact makes of a column what compares its values as they stand there
    String select(UnaryOperator<String> exact) {
        return ("SELECT t.*, ROW_NUMBER() OVER (PARTITION BY %6$s, %7$s ORDER BY %3$s, %4$s) AS"
                        + " %5$s FROM %1$s t ORDER BY %2$s, %3$s, %4$s")
                .formatted(
                        table, campaign, time, id, NTH, exact.apply(campaign), exact.apply(user));
    }
}
