package io.firstcome.server.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/// Reads the settings in a file: YAML or Java properties, by its name, in UTF-8.
final class ConfigFile {
    private ConfigFile() {}

    static List<Setting> read(Path file) {
        String name = file.toString();
        try {
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                return YamlSettings.read(name, Files.readString(file));
            }
            if (name.endsWith(".properties")) {
                return readProperties(file);
            }
        } catch (NoSuchFileException e) {
            throw new ConfigException("--config: there is no file " + name);
        } catch (CharacterCodingException e) {
            throw new ConfigException("--config: %s is not in UTF-8".formatted(name));
        } catch (IOException e) {
            throw new ConfigException("--config: %s can not be read: %s".formatted(name, e));
        }
        throw new ConfigException(
                "--config: %s (expected: a name that ends in .yaml, .yml or .properties)"
                        .formatted(name));
    }

    private static List<Setting> readProperties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("--config: %s: %s".formatted(file, e.getMessage()));
        }
        String source = file.toString();
        return properties.stringPropertyNames().stream()
                .sorted()
                .map(name -> setting(name, properties.getProperty(name).strip(), source))
                .toList();
    }

    /// The setting of the key that a file calls `name`.
    static Setting setting(String name, String text, String source) {
        Key<?> key = Keys.named(name);
        if (key == null) {
            throw unknown(name, source);
        }
        return new Setting(key, text, source);
    }

    static ConfigException unknown(String name, String source) {
        String nearest = NearestName.of(name, Keys.ALL.stream().map(Key::name).toList());
        return new ConfigException(
                "%s: unknown key in %s (did you mean %s?)".formatted(name, source, nearest));
    }
}
