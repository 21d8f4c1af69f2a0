package io.firstcome.cli.move;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/// A file of lines with tabs between their fields, as `COPY` of PostgreSQL and `LOAD DATA` of MySQL
/// read them: nothing is `\N`; tabs, ends of lines and backslashes are `\t`, `\n`, `\r` and `\\`.
final class TsvFile implements AutoCloseable {
    private final DurableFile file;

    TsvFile(Path path) throws IOException {
        this.file = new DurableFile(path);
    }

    void add(Collection<? extends @Nullable String> fields) throws IOException {
        String line = fields.stream().map(TsvFile::escaped).collect(Collectors.joining("\t"));
        file.out().write((line + "\n").getBytes(UTF_8));
    }

    private static String escaped(@Nullable String field) {
        return field == null
                ? "\\N"
                : field.replace("\\", "\\\\")
                        .replace("\t", "\\t")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r");
    }

    /// When this returns, all lines are durable.
    void finishDurably() throws IOException {
        file.finishDurably();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
