package io.firstcome.check;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/// What a system tells at all, and how.
///
/// @param untold what it never tells: promises that need it are skipped
/// @param codeForm a regular expression that every code matches as a whole; null: it is as
///   Firstcome makes them, ten of 46 symbols
/// @param falseStatuses refusals that came with the status of a success or of a fault, in words
public record Told(Set<Fact> untold, @Nullable String codeForm, List<String> falseStatuses) {
    /// Everything, of codes as Firstcome makes them.
    public static final Told ALL = new Told(Set.of(), null, List.of());

    public Told {
        untold = Set.copyOf(untold);
        falseStatuses = List.copyOf(falseStatuses);
    }
}
