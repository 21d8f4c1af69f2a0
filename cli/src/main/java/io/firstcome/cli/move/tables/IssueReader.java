package io.firstcome.cli.move.tables;

import io.firstcome.core.campaign.UserId;
import io.firstcome.core.issue.Issuance;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/// Makes coupons of the rows of a table, once through it.
///
/// @param campaigns by what the table calls them; none for a faulty one
record IssueReader(
        IssueColumns columns,
        Map<String, Optional<Tally>> campaigns,
        Plan plan,
        Findings findings) {
    /// Reads all rows.
    ///
    /// @return how many these are
    long read(Snapshot snapshot) throws SQLException, IOException {
        return snapshot.read(columns.select(snapshot::exact), this::read);
    }

    private void read(Row row) throws SQLException, IOException {
        findings.keep(columns.table(), row);
        String campaign = row.find(columns.campaign());
        if (campaign == null || !campaigns.containsKey(campaign)) {
            findings.leaveOut(Fault.ORPHAN, row, text(row, columns.campaign() + ": " + campaign));
            return;
        }
        Optional<Tally> tally = campaigns.get(campaign);
        if (tally.isPresent()) {
            read(row, tally.get());
        }
    }

    private void read(Row row, Tally tally) throws SQLException, IOException {
        tally.countRow();
        try {
            UserId user = user(row);
            long micros = plan.past(row, columns.time());
            if (isFirst(row)) {
                findings.add(tally.number(), new Issuance(tally.countCoupon(), user, micros));
            } else {
                findings.leaveOut(Fault.REPEATED, row, text(row, repeated(tally, user)));
            }
        } catch (IllegalArgumentException e) {
            findings.refuse(Fault.NO_COUPON, text(row, e.getMessage()));
        }
    }

    private static boolean isFirst(Row row) throws SQLException {
        return Long.valueOf(1).equals(row.number(IssueColumns.NTH));
    }

    private UserId user(Row row) throws SQLException {
        String user = row.text(columns.user());
        if (!UserId.isValid(user)) {
            throw new IllegalArgumentException(
                    "%s: %s (expected: %s)".formatted(columns.user(), user, UserId.expectation()));
        }
        return new UserId(user);
    }

    private String repeated(Tally tally, UserId user) {
        return "%s: %s, %s: %s".formatted(columns.campaign(), tally.id(), columns.user(), user);
    }

    private String text(Row row, @Nullable String what) throws SQLException {
        return "%s %s: %s".formatted(columns.id(), row.find(columns.id()), what);
    }
}
