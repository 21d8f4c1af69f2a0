package io.firstcome.cli.text;

import java.util.List;
import java.util.Map;

/// A language people read.
public enum Language {
    ENGLISH("en"),
    KOREAN("ko");

    /// In the order in which POSIX looks at them.
    private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /// The language of the locale in `environment`; English when it is none of these.
    public static Language of(Map<String, String> environment) {
        for (String variable : VARIABLES) {
            String locale = environment.getOrDefault(variable, "");
            if (!locale.isEmpty()) {
                return KOREAN.isOf(locale) ? KOREAN : ENGLISH;
            }
        }
        return ENGLISH;
    }

    /// Whether it is the language of `locale`, such as `ko-KR` or `ko_KR.UTF-8`.
    public boolean isOf(String locale) {
        return locale.startsWith(code);
    }

    /// The one of two texts that is written in this language.
    public String choose(String english, String korean) {
        return switch (this) {
            case ENGLISH -> english;
            case KOREAN -> korean;
        };
    }
}
