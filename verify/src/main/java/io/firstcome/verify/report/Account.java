package io.firstcome.verify.report;

import io.firstcome.check.History;
import io.firstcome.check.Verdict;
import io.firstcome.verify.load.LoadSummary;

import org.jspecify.annotations.Nullable;

/// Everything a report tells of; what is null is left out of it.
///
/// @param history null: the run could not be made
/// @param settings null: the history was recorded elsewhere
/// @param load null: the history was recorded elsewhere, or the run could not be made
public record Account(
        Verdict verdict,
        @Nullable History history,
        @Nullable Settings settings,
        @Nullable LoadSummary load) {}
