package io.firstcome.connect;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/// What a caller and a handler tell each other beside their messages: HTTP headers and trailers, in
/// order, a name as often as it is given. The case of names does not matter.
///
/// A name that ends with `-bin` has bytes as its values; on the way they are in base64. Not for use
/// by several threads at once.
public final class Metadata {
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    private record Entry(String name, String value) {}

    private final List<Entry> entries = new ArrayList<>();

    /// Adds a value, beside those that the name has already.
    ///
    /// @param value visible ASCII and spaces; base64 where the name ends with `-bin`
    /// @throws IllegalArgumentException when HTTP can not say it
    public Metadata add(String name, String value) {
        if (name.isEmpty() || !name.chars().allMatch(Metadata::isInNames)) {
            throw new IllegalArgumentException(
                    "name: " + Shown.of(name) + " (expected: letters, digits and !#$%&'*+-.^_`|~)");
        }
        if (!value.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException(
                    "value: " + Shown.of(value) + " (expected: visible ASCII)");
        }
        return addAsReceived(name, value);
    }

    private static boolean isInNames(int c) {
        return (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    /// Adds bytes.
    ///
    /// @param name ending with `-bin`
    /// @throws IllegalArgumentException when it does not
    public Metadata addBinary(String name, byte[] value) {
        if (!name.endsWith("-bin")) {
            throw new IllegalArgumentException(
                    "name: " + Shown.of(name) + " (expected: ending with -bin)");
        }
        return add(name, BASE64.encodeToString(value));
    }

    /// Adds what came over HTTP, unchecked.
    public Metadata addAsReceived(String name, String value) {
        entries.add(new Entry(name.toLowerCase(Locale.ROOT), value));
        return this;
    }

    /// The first value of a name; null when there is none.
    public @Nullable String get(String name) {
        for (Entry entry : entries) {
            if (entry.name().equalsIgnoreCase(name)) {
                return entry.value();
            }
        }
        return null;
    }

    /// The values of every name, in order.
    public Map<String, Collection<String>> asMap() {
        Map<String, Collection<String>> map = new LinkedHashMap<>();
        for (Entry entry : entries) {
            map.computeIfAbsent(entry.name(), _ -> new ArrayList<>()).add(entry.value());
        }
        return map;
    }

    /// Gives every name and value, in order. Names are in lower case.
    public void forEach(BiConsumer<String, String> action) {
        for (Entry entry : entries) {
            action.accept(entry.name(), entry.value());
        }
    }

    /// A copy, to which what is added to this one later is not added.
    public Metadata copy() {
        Metadata copy = new Metadata();
        copy.entries.addAll(entries);
        return copy;
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
