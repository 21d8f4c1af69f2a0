package io.firstcome.verify.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.check.History;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A history as a file: JSON lines in UTF-8, compressed with gzip when the name ends in `.gz`.
///
/// The first line is a header: the format's version, the campaign, and how many lines of each kind
/// follow. Then one line for each ask, for each coupon and for each code issued before, and for
/// each coupon and each code issued after. An ask tells when it was due where it was sent later.
/// Read and written line by line.
public final class HistoryFile {
    static final String FORMAT = "firstcome-history";
    static final long VERSION = 1;
    private static final int BUFFER_BYTES = 1 << 16;

    private HistoryFile() {}

    /// Writes a history; a file that is there is replaced.
    public static void write(Path file, History history) throws IOException {
        try (Writer out =
                new BufferedWriter(
                        new OutputStreamWriter(output(file), UTF_8.newEncoder()), BUFFER_BYTES)) {
            new HistoryWriter(out).write(history);
        }
    }

    /// Reads a history that equals the one written; a `HistoryFormatException` when the file is
    /// damaged, not whole, or of a newer format.
    public static History read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                LineReader lines = new LineReader(file.toString(), reader(file, bytes))) {
            return new HistoryReader(lines).read();
        }
    }

    private static boolean isCompressed(Path file) {
        return file.toString().endsWith(".gz");
    }

    private static OutputStream output(Path file) throws IOException {
        OutputStream bytes = Files.newOutputStream(file);
        return isCompressed(file) ? new GZIPOutputStream(bytes, BUFFER_BYTES) : bytes;
    }

    private static LineReader.Source reader(Path file, InputStream bytes) {
        return () ->
                new BufferedReader(
                        new InputStreamReader(
                                isCompressed(file)
                                        ? new GZIPInputStream(bytes, BUFFER_BYTES)
                                        : bytes,
                                UTF_8.newDecoder()),
                        BUFFER_BYTES);
    }
}
