package io.firstcome.verify.report;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What is reported besides the text.
///
/// @param json the file of the JSON report; null: none
/// @param html the file of the page; null: none
/// @param command the command line that runs the same again; null: there is none
public record ReportOptions(@Nullable Path json, @Nullable Path html, @Nullable String command) {
    /// Nothing but the text.
    public static final ReportOptions TEXT_ONLY = new ReportOptions(null, null, null);

    public ReportOptions {
        requireWritable("json", json);
        requireWritable("html", html);
    }

    /// An `IllegalArgumentException` unless there is no file or it can be written.
    public static void requireWritable(String name, @Nullable Path file) {
        if (file != null && !isWritable(file)) {
            throw new IllegalArgumentException(
                    name + ": " + file + " (expected: a file that can be written)");
        }
    }

    private static boolean isWritable(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        return Files.exists(file)
                ? Files.isWritable(file) && !Files.isDirectory(file)
                : directory != null && Files.isDirectory(directory) && Files.isWritable(directory);
    }

    /// Writes the files; an `UncheckedIOException` when one can not be written any more.
    public void write(Account account) {
        try {
            if (json != null) {
                Files.writeString(json, JsonReport.write(account));
            }
            if (html != null) {
                Files.writeString(html, HtmlReport.write(account));
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
