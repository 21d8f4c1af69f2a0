package io.firstcome.cli.move;

import io.firstcome.cli.move.Manifest.Entry;
import io.firstcome.cli.move.tables.Fault;
import io.firstcome.cli.move.tables.Target;
import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.code.CodeKey;
import io.firstcome.core.issue.Issuance;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/// The files that tables become: an export, and beside it what a ledger has no place for. One piece
/// at a time is in memory. Unless all of it is finished, nothing stays.
final class AdoptedFiles implements Target, AutoCloseable {
    static final String LEFT_OUT = "left-out.tsv";

    private final ExportDirectory directory;
    private final int pieceMax;
    private final Map<Long, WaitingPiece> pieces = new HashMap<>();
    private final Map<String, TsvFile> rows = new HashMap<>();
    private @Nullable WaitingPiece current;
    private boolean finished;

    /// @param directory an empty one
    /// @param pieceMax how many coupons stand in a piece at the most
    AdoptedFiles(ExportDirectory directory, int pieceMax) {
        this.directory = directory;
        this.pieceMax = pieceMax;
    }

    /// Where the rows of a table are kept.
    static String kept(String table) {
        return table + ".tsv";
    }

    @Override
    public void add(long campaignNumber, Issuance issuance) throws IOException {
        WaitingPiece piece = pieces.computeIfAbsent(campaignNumber, WaitingPiece::new);
        if (current != null && (current != piece || piece.size() == pieceMax)) {
            current.writeDurably(directory);
        }
        piece.add(issuance);
        current = piece;
    }

    @Override
    public void leaveOut(Fault fault, SequencedMap<String, @Nullable String> row)
            throws IOException {
        SequencedMap<String, @Nullable String> fields = new LinkedHashMap<>();
        fields.put("why", fault.name().toLowerCase(Locale.ROOT));
        fields.putAll(row);
        write(LEFT_OUT, fields);
    }

    @Override
    public void keep(String table, SequencedMap<String, @Nullable String> row) throws IOException {
        write(kept(table), row);
    }

    private void write(String name, SequencedMap<String, @Nullable String> row) throws IOException {
        TsvFile file = rows.get(name);
        if (file == null) {
            Path path = directory.path().resolve(name);
            file = new TsvFile(path);
            rows.put(name, file);
            file.add(row.keySet());
        }
        file.add(row.values());
    }

    /// Completes the export. When this returns, all files are durable.
    Manifest finishDurably(CodeKey codeKey, long micros, List<Campaign> campaigns)
            throws IOException {
        if (current != null) {
            current.writeDurably(directory);
        }
        for (TsvFile file : rows.values()) {
            file.finishDurably();
        }
        List<Entry> entries = new ArrayList<>();
        for (Campaign campaign : campaigns) {
            WaitingPiece piece = pieces.computeIfAbsent(campaign.number(), WaitingPiece::new);
            entries.add(new Entry(campaign, piece.hex()));
        }
        Manifest manifest = new Manifest(codeKey, micros, entries, List.of());
        directory.write(manifest);
        finished = true;
        return manifest;
    }

    @Override
    public void close() throws IOException {
        for (TsvFile file : rows.values()) {
            file.close();
        }
        if (!finished) {
            directory.clear();
        }
    }
}
