package io.firstcome.cli;

import java.util.List;

/// Which of the commands there are the arguments name. Only those are made, so that each starts
/// without loading what the others need.
public final class CommandNames {
    private CommandNames() {}

    /// The one of `names` at `position` in `args`; all when there is none, for help and
    /// suggestions.
    public static List<String> among(List<String> names, String[] args, int position) {
        return args.length > position && names.contains(args[position])
                ? List.of(args[position])
                : names;
    }
}
