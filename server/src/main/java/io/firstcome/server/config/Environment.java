package io.firstcome.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Reads the settings in the environment: every variable that begins with `FIRSTCOME_` must be one.
final class Environment {
    /// Variables of the commands that call a server or read other people's tables, and of the
    /// launcher.
    private static final Set<String> NOT_SETTINGS =
            Set.of(
                    "FIRSTCOME_ADMIN_URL",
                    "FIRSTCOME_CA",
                    "FIRSTCOME_ISSUE_URL",
                    "FIRSTCOME_JAVA_HOME",
                    "FIRSTCOME_JAVA_OPTS",
                    "FIRSTCOME_KEY",
                    "FIRSTCOME_TABLES_PASSWORD",
                    "FIRSTCOME_TABLES_USER");

    private Environment() {}

    static List<Setting> read(Map<String, String> variables) {
        List<Setting> settings = new ArrayList<>();
        for (Map.Entry<String, String> variable : new TreeMap<>(variables).entrySet()) {
            if (isSetting(variable.getKey())) {
                settings.add(
                        new Setting(
                                key(variable.getKey()), variable.getValue(), variable.getKey()));
            }
        }
        return settings;
    }

    private static boolean isSetting(String variable) {
        return variable.startsWith(Key.VARIABLE_PREFIX) && !NOT_SETTINGS.contains(variable);
    }

    private static Key<?> key(String variable) {
        for (Key<?> key : Keys.ALL) {
            if (key.variable().equals(variable)) {
                return key;
            }
        }
        List<String> known = Keys.ALL.stream().map(Key::variable).toList();
        throw new ConfigException(
                "%s: unknown variable in the environment (did you mean %s?)"
                        .formatted(variable, NearestName.of(variable, known)));
    }
}
