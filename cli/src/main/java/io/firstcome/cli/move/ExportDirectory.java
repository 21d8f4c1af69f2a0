package io.firstcome.cli.move;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.core.campaign.Campaign;
import io.firstcome.core.code.CodeKey;
import io.firstcome.core.issue.Issuance;
import io.firstcome.ledger.sql.OwnerOnly;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A ledger in files, for their owner only: of which ledger they are, the coupons of campaigns in
/// pieces, and last the manifest. A file that is there is complete and durable, and a piece never
/// changes.
record ExportDirectory(Path path) {
    /// How many coupons stand in a piece at the most.
    static final int PIECE_MAX = 100_000;

    private static final String LEDGER = "ledger";
    private static final String MANIFEST = "manifest";

    /// What stands in a file.
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Makes this the directory of the ledger with this key, and creates it where there is none.
    void take(CodeKey codeKey) throws IOException, MoveException {
        OwnerOnly.createDirectoryDurably(path);
        String print = Checksum.of(HexFormat.of().formatHex(codeKey.bytes())) + "\n";
        if (Files.exists(path.resolve(LEDGER))) {
            requireSame(print);
        } else {
            requireNothing();
            writeDurably(LEDGER, out -> out.write(print.getBytes(UTF_8)));
        }
    }

    /// Creates it; one that is there and empty will do.
    void createEmpty() throws IOException, MoveException {
        OwnerOnly.createDirectoryDurably(path);
        if (!files().isEmpty()) {
            throw new MoveException(path + ": not empty (expected: a new directory)");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.toList();
        }
    }

    /// Deletes all that is in it.
    void clear() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    private void requireSame(String print) throws IOException, MoveException {
        if (!Files.readString(path.resolve(LEDGER)).equals(print)) {
            throw otherLedger();
        }
    }

    /// Whoever finds coupons that this ledger does not have throws this, too.
    MoveException otherLedger() {
        return new MoveException(
                "%s: the export of another ledger (expected: that of this one, or a new directory)"
                        .formatted(path));
    }

    private void requireNothing() throws IOException, MoveException {
        if (files().stream().anyMatch(file -> !file.endsWith(LEDGER + DurableFile.UNFINISHED))) {
            throw new MoveException(
                    "%s: not an export (expected: an export of this ledger, or a new directory)"
                            .formatted(path));
        }
    }

    void write(Manifest manifest) throws IOException {
        writeDurably(MANIFEST, out -> out.write(manifest.text().getBytes(UTF_8)));
    }

    Manifest manifest() throws IOException, MoveException {
        try {
            return Manifest.parse(Files.readString(path.resolve(MANIFEST)));
        } catch (NoSuchFileException e) {
            throw new MoveException(
                    "%s: no manifest (expected: an export that is finished; run ./firstcome"
                                    .formatted(path)
                            + " export, or adopt, once more)",
                    e);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new MoveException(path.resolve(MANIFEST) + ": " + e.getMessage(), e);
        }
    }

    /// The name of the piece that begins with this coupon. By name, the pieces of a campaign are in
    /// the order of its coupons.
    static String piece(long campaignNumber, int first) {
        return "coupons-%08d-%010d.tsv.gz".formatted(campaignNumber, first);
    }

    /// Writes the piece that begins with the coupon `first`.
    ///
    /// @param lines what stands in it, before it is compressed
    void writePiece(long campaignNumber, int first, Content lines) throws IOException {
        writeDurably(
                piece(campaignNumber, first),
                out -> {
                    GZIPOutputStream compressed = new GZIPOutputStream(out, 1 << 16);
                    lines.writeTo(compressed);
                    compressed.finish();
                });
    }

    /// Hands the coupons of a campaign to `consumer`, from the first to the last of the piece that
    /// ends with `last` or before it.
    ///
    /// @return how many these are
    int replay(Campaign campaign, int last, Consumer<Issuance> consumer)
            throws IOException, MoveException {
        int count = 0;
        while (count < last && Files.exists(file(campaign, count + 1))) {
            count = replayPiece(file(campaign, count + 1), count, consumer);
        }
        return count;
    }

    private Path file(Campaign campaign, int first) {
        return path.resolve(piece(campaign.number(), first));
    }

    private static int replayPiece(Path file, int before, Consumer<Issuance> consumer)
            throws IOException, MoveException {
        try (InputStream in = Files.newInputStream(file);
                InputStream lines = new GZIPInputStream(in, 1 << 16);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(lines, UTF_8.newDecoder()))) {
            return replay(reader, before, consumer);
        } catch (IOException | IllegalArgumentException e) {
            throw new MoveException(
                    "%s: damaged, %s (expected: the piece as it was written; without it, an export"
                                    .formatted(file, e)
                            + " writes it anew)",
                    e);
        }
    }

    private static int replay(BufferedReader reader, int before, Consumer<Issuance> consumer)
            throws IOException {
        int count = before;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            Issuance issuance = CouponLine.parse(line);
            if (issuance.ordinal() != count + 1) {
                throw new IllegalArgumentException(
                        "ordinal: %d (expected: %d)".formatted(issuance.ordinal(), count + 1));
            }
            consumer.accept(issuance);
            count++;
        }
        if (count == before) {
            throw new IllegalArgumentException("coupons: 0 (expected: 1 or more)");
        }
        return count;
    }

    /// When this returns, the file is complete and durable.
    private void writeDurably(String name, Content content) throws IOException {
        try (DurableFile file = new DurableFile(path.resolve(name))) {
            content.writeTo(file.out());
            file.finishDurably();
        }
    }
}
