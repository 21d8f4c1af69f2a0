package io.firstcome.cli.move.tables;

import io.firstcome.cli.move.tables.Adoption.Raised;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Reads the tables of a system that somebody built as a ledger, all of them as they are at one
/// moment.
public record TablesReader(TablesAddress address, Plan plan) {
    /// Reads all of them, once.
    ///
    /// @throws TablesException when a ledger can not be made of them, or they change meanwhile
    public Adoption read(Target target) throws IOException, TablesException {
        try (Snapshot snapshot = Snapshot.open(address)) {
            return read(Layout.recognize(snapshot), snapshot, target);
        } catch (SQLException e) {
            throw new TablesException("tables: can not be read: " + e.getMessage(), e);
        }
    }

    private Adoption read(Layout layout, Snapshot snapshot, Target target)
            throws SQLException, IOException, TablesException {
        SequencedMap<String, List<String>> kept = kept(layout, snapshot);
        Findings findings = new Findings(plan.mend(), kept.keySet(), target);
        SequencedMap<String, Optional<Tally>> found =
                new CampaignReader(layout.campaigns(), plan, findings).read(snapshot);
        long issues = new IssueReader(layout.issues(), found, plan, findings).read(snapshot);
        List<Tally> campaigns = found.values().stream().flatMap(Optional::stream).toList();
        requireMendedExcess(layout.campaigns(), campaigns, findings);
        findings.faults().requireNone(layout);
        snapshot.renew();
        requireCount(snapshot, layout.issues().table(), issues);
        requireCount(snapshot, layout.campaigns().table(), found.size());
        requireSome(layout.campaigns().table(), campaigns);
        return adoption(campaigns, findings, kept);
    }

    /// The columns that have no place in a ledger.
    private static SequencedMap<String, List<String>> kept(Layout layout, Snapshot snapshot)
            throws SQLException {
        SequencedMap<String, List<String>> kept = new LinkedHashMap<>();
        putRest(kept, layout.campaigns().table(), layout.campaigns().moved(), snapshot);
        putRest(kept, layout.issues().table(), layout.issues().moved(), snapshot);
        return kept;
    }

    private static void putRest(
            SequencedMap<String, List<String>> kept,
            String table,
            List<String> moved,
            Snapshot snapshot)
            throws SQLException {
        List<String> rest = new ArrayList<>(snapshot.columns(table));
        rest.removeAll(moved);
        if (!rest.isEmpty()) {
            kept.put(table, rest);
        }
    }

    private static void requireMendedExcess(
            CampaignColumns columns, List<Tally> campaigns, Findings findings) {
        if (!findings.mend()) {
            excessive(campaigns)
                    .forEach(tally ->
                            findings.refuse(
                                    Fault.EXCESS,
                                    "%s %s: %d of %d"
                                            .formatted(
                                                    columns.id(),
                                                    tally.id(),
                                                    tally.issued(),
                                                    tally.quantity())));
        }
    }

    private static Stream<Tally> excessive(List<Tally> campaigns) {
        return campaigns.stream().filter(Tally::exceeds);
    }

    /// What was issued after the beginning is not among what was read.
    private static void requireCount(Snapshot snapshot, String table, long before)
            throws SQLException, TablesException {
        long after = snapshot.count(table);
        if (after != before) {
            throw new TablesException(
                    "%s: %d rows, and %d when all were read (expected: the same; stop issuing, and"
                                    .formatted(table, before, after)
                            + " run this once more)");
        }
    }

    private static void requireSome(String table, List<Tally> campaigns) throws TablesException {
        if (campaigns.isEmpty()) {
            throw new TablesException(table + ": no rows (expected: one for each campaign)");
        }
    }

    private static Adoption adoption(
            List<Tally> campaigns, Findings findings, SequencedMap<String, List<String>> kept) {
        return new Adoption(
                campaigns.stream().map(Tally::campaign).toList(),
                findings.leftOut(),
                excessive(campaigns)
                        .map(tally -> new Raised(tally.id(), tally.quantity(), tally.issued()))
                        .toList(),
                kept,
                campaigns.stream().flatMap(tally -> tally.miscount().stream()).toList());
    }
}
