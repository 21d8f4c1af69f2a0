package io.firstcome.cli.move.tables;

import io.firstcome.core.issue.Issuance;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.SequencedMap;

/// Where what is read goes. What was handed over before a fault was found is not to be used.
public interface Target {
    /// The next coupon of a campaign.
    void add(long campaignNumber, Issuance issuance) throws IOException;

    /// A row that becomes no coupon.
    ///
    /// @param row what stands in its columns, by their names, in their order
    void leaveOut(Fault fault, SequencedMap<String, @Nullable String> row) throws IOException;

    /// A row of a table of which columns have no place in a ledger.
    ///
    /// @param row what stands in all of its columns
    void keep(String table, SequencedMap<String, @Nullable String> row) throws IOException;
}
