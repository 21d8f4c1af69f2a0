package io.firstcome.cli.move.tables;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A table with a row for each campaign.
record CampaignColumns(String table, String id, String name, Quantity quantity, Times times) {
    /// How many coupons there are.
    ///
    /// @param isUnlimitedByNull whether none means that everybody gets one; else it is a fault
    /// @param issued where the system counts what it has issued; null where it does not
    record Quantity(String column, boolean isUnlimitedByNull, @Nullable String issued) {}

    /// When it is issued, and when it was made.
    ///
    /// @param end null where campaigns have none
    /// @param created null where it is not known, as with `updated`
    record Times(
            String start,
            @Nullable String end,
            @Nullable String created,
            @Nullable String updated) {}

    /// The columns that have a place in a ledger.
    List<String> moved() {
        return Stream.of(
                        id,
                        name,
                        quantity.column,
                        times.start,
                        times.end,
                        times.created,
                        times.updated)
                .filter(Objects::nonNull)
                .toList();
    }

    /// The columns that are read.
    List<String> needed() {
        String issued = quantity.issued;
        return issued == null
                ? moved()
                : Stream.concat(moved().stream(), Stream.of(issued)).toList();
    }

    String select() {
        return "SELECT * FROM %s ORDER BY %s".formatted(table, id);
    }
}
