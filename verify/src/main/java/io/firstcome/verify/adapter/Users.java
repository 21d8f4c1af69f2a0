package io.firstcome.verify.adapter;

/// How a system wants people named.
enum Users {
    /// By words: the crowd's own names.
    NAMES,
    /// By whole numbers of 15 digits, which every JSON reader keeps exactly.
    NUMBERS;

    private static final int LOWEST_PREFIX = 100_000;
    private static final int PREFIXES = 900_000;

    /// What the system's own names begin with; nine digits follow.
    String prefix(String namePrefix) {
        return switch (this) {
            case NAMES -> namePrefix;
            case NUMBERS ->
                    Integer.toString(
                            LOWEST_PREFIX + Math.floorMod(namePrefix.hashCode(), PREFIXES));
        };
    }

    /// The crowd's name of somebody whom the system names so.
    String name(String told, String namePrefix) {
        String prefix = prefix(namePrefix);
        return told.startsWith(prefix) ? namePrefix + told.substring(prefix.length()) : told;
    }

    static Users of(YamlSection section) {
        String text = section.textOr("users", "names");
        return switch (text) {
            case "names" -> NAMES;
            case "numbers" -> NUMBERS;
            default -> throw section.wrong("users", text, "names or numbers");
        };
    }
}
