package io.firstcome.cli.move.tables;

import io.firstcome.cli.move.tables.CampaignColumns.Quantity;
import io.firstcome.cli.move.tables.CampaignColumns.Times;
import io.firstcome.core.campaign.CampaignId;
import io.firstcome.core.campaign.CampaignTerms;
import io.firstcome.core.campaign.Revision;
import io.firstcome.core.campaign.Window;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Makes campaigns of the rows of a table, with numbers in their order.
record CampaignReader(CampaignColumns columns, Plan plan, Findings findings) {
    /// The campaigns by what their rows say they are called; none for a faulty row.
    SequencedMap<String, Optional<Tally>> read(Snapshot snapshot) throws SQLException, IOException {
        SequencedMap<String, Optional<Tally>> campaigns = new LinkedHashMap<>();
        snapshot.read(
                columns.select(),
                row -> {
                    findings.keep(columns.table(), row);
                    campaigns.put(
                            String.valueOf(row.find(columns.id())),
                            find(row, campaigns.size() + 1L));
                });
        return campaigns;
    }

    private Optional<Tally> find(Row row, long number) throws SQLException {
        try {
            return Optional.of(tally(row, number));
        } catch (IllegalArgumentException e) {
            findings.refuse(
                    Fault.NO_CAMPAIGN,
                    "%s %s: %s".formatted(columns.id(), row.find(columns.id()), e.getMessage()));
            return Optional.empty();
        }
    }

    private Tally tally(Row row, long number) throws SQLException {
        String issued = columns.quantity().issued();
        return new Tally(
                number,
                id(row),
                new CampaignTerms(name(row), quantity(row), window(row)),
                revision(row),
                issued == null ? null : row.number(issued));
    }

    private CampaignId id(Row row) throws SQLException {
        String column = columns.id();
        String id = row.text(column);
        require(CampaignId.isValid(id), column, id, CampaignId.expectation());
        return new CampaignId(id);
    }

    private String name(Row row) throws SQLException {
        String column = columns.name();
        String name = row.text(column);
        require(CampaignTerms.isValidName(name), column, name, CampaignTerms.nameExpectation());
        return name;
    }

    private int quantity(Row row) throws SQLException {
        Quantity quantity = columns.quantity();
        Long found = row.number(quantity.column());
        if (found == null && quantity.isUnlimitedByNull()) {
            return CampaignTerms.UNLIMITED;
        }
        long number = found == null ? 0 : found;
        require(
                number >= 1 && number <= CampaignTerms.QUANTITY_MAX,
                quantity.column(),
                found == null ? "none" : found.toString(),
                "1 to " + CampaignTerms.QUANTITY_MAX);
        return Math.toIntExact(number);
    }

    private Window window(Row row) throws SQLException {
        Times times = columns.times();
        long start = row.micros(times.start(), plan.times());
        String end = times.end();
        if (end == null) {
            return Window.from(start);
        }
        Window window = new Window(start, row.micros(end, plan.times()));
        require(
                start < window.endMicros(),
                end,
                String.valueOf(row.find(end)),
                "later than %s, %s".formatted(times.start(), row.find(times.start())));
        return window;
    }

    private Revision revision(Row row) throws SQLException {
        Times times = columns.times();
        return new Revision(1, past(row, times.created()), past(row, times.updated()));
    }

    /// Now where it is not known.
    private long past(Row row, @Nullable String column) throws SQLException {
        return column == null ? plan.nowMicros() : plan.past(row, column);
    }

    private static void require(boolean holds, String column, String value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "%s: %s (expected: %s)".formatted(column, value, expected));
        }
    }
}
