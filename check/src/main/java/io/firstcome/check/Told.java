package io.firstcome.check;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// What a system tells at all, and what its codes look like.
///
/// @param untold what it never tells: promises that need it are skipped
/// @param codeForm a regular expression that every code matches as a whole; null: ten symbols,
///   digits and Hangul syllables without a final consonant
public record Told(Set<Fact> untold, @Nullable String codeForm) {
    /// Everything, of codes as Firstcome makes them.
    public static final Told ALL = new Told(Set.of(), null);

    public Told {
        untold = Set.copyOf(untold);
    }
}
