package io.firstcome.verify.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Adapters that are found by their names.
public final class ShippedAdapters {
    private static final List<String> NAMES =
            List.of(
                    "connect-redis",
                    "connect-in-memory",
                    "connect-redis-lua",
                    "rest-queue",
                    "rest-redis-set-kafka");

    private ShippedAdapters() {}

    /// All of them.
    public static List<Adapter> all() {
        return NAMES.stream().map(ShippedAdapters::shipped).toList();
    }

    /// The adapter of a name, or the one in a file; `IllegalArgumentException` when there is none
    /// or it is broken.
    public static Adapter find(String nameOrFile) {
        if (NAMES.contains(nameOrFile)) {
            return shipped(nameOrFile);
        }
        Path file = Path.of(nameOrFile);
        try {
            return Adapter.parse(nameOrFile, Files.readString(file));
        } catch (IOException cause) {
            throw new IllegalArgumentException(
                    "adapter: %s (expected: a readable file or one of %s)"
                            .formatted(nameOrFile, String.join(", ", NAMES)),
                    cause);
        }
    }

    private static Adapter shipped(String name) {
        String resource = name + ".yaml";
        try (InputStream in = ShippedAdapters.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": absent (expected: a resource)");
            }
            return Adapter.parse(resource, new String(in.readAllBytes(), UTF_8));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
