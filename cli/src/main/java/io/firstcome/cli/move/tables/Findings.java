package io.firstcome.cli.move.tables;

import io.firstcome.core.issue.Issuance;

import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// What is found in tables on the way through them. It goes to the target until the first fault;
/// from then on only faults are of use.
///
/// @param kept the tables of which all rows are kept
/// @param leftOut counts the rows that are left out
record Findings(
        boolean mend, Set<String> kept, Target target, Faults faults, Map<Fault, Long> leftOut) {
    Findings(boolean mend, Set<String> kept, Target target) {
        this(mend, kept, target, new Faults(), new EnumMap<>(Fault.class));
    }

    void refuse(Fault fault, String row) {
        faults.add(fault, row);
    }

    /// Leaves a row out where that is wanted; else it is a fault.
    void leaveOut(Fault fault, Row row, String text) throws SQLException, IOException {
        if (!mend) {
            faults.add(fault, text);
        } else if (faults.isEmpty()) {
            leftOut.merge(fault, 1L, Long::sum);
            target.leaveOut(fault, row.all());
        }
    }

    void add(long campaignNumber, Issuance issuance) throws IOException {
        if (faults.isEmpty()) {
            target.add(campaignNumber, issuance);
        }
    }

    void keep(String table, Row row) throws SQLException, IOException {
        if (kept.contains(table) && faults.isEmpty()) {
            target.keep(table, row.all());
        }
    }
}
