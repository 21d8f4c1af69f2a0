package io.firstcome.server.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds what somebody probably meant.
final class NearestName {
    private NearestName() {}

    /// The one of `known` that takes the fewest edits to get from `name`, where case and separators
    /// do not count.
    static String of(String name, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(letters(name), candidate)))
                .orElseThrow();
    }

    /// With a group in front or without it: `connections-max` is as near as
    /// `limits.connections-max`.
    private static int distance(String letters, String known) {
        String ungrouped = known.substring(known.indexOf('.') + 1);
        return Math.min(edits(letters, letters(known)), edits(letters, letters(ungrouped)));
    }

    private static String letters(String name) {
        return name.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
    }

    /// The Levenshtein distance.
    private static int edits(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int substituted = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                int changed = Math.min(previous[j], current[j - 1]) + 1;
                current[j] = Math.min(changed, previous[j - 1] + substituted);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
