package io.firstcome.server.config;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the settings in a YAML document. `limits: {batch-max: 9}` and `limits.batch-max: 9` are
/// the same.
///
/// It works on the document's nodes, so that a value stays the text that was written and every
/// message can say the line.
final class YamlSettings {
    private final String file;
    private final List<Setting> settings = new ArrayList<>();

    private YamlSettings(String file) {
        this.file = file;
    }

    /// @param file the name of the document, for messages
    static List<Setting> read(String file, String document) {
        YamlSettings reader = new YamlSettings(file);
        try {
            new Compose(LoadSettings.builder().build())
                    .composeString(document)
                    .ifPresent(root -> reader.addAll("", root));
        } catch (MarkedYamlEngineException e) {
            throw reader.notYaml(reader.place(e.getProblemMark()), e.getProblem());
        } catch (YamlEngineException e) {
            throw reader.notYaml(file, String.valueOf(e.getMessage()));
        }
        return List.copyOf(reader.settings);
    }

    private void addAll(String group, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw new ConfigException(
                    "--config: %s does not hold settings (expected: lines such as admin-port: 8081)"
                            .formatted(place(node.getStartMark())));
        }
        for (NodeTuple entry : mapping.getValue()) {
            add(group + scalar("a key", entry.getKeyNode()), entry);
        }
    }

    private void add(String name, NodeTuple entry) {
        Node value = entry.getValueNode();
        String source = place(entry.getKeyNode().getStartMark());
        if (!Keys.isGroup(name)) {
            Setting setting = ConfigFile.setting(name, scalar(name, value), source);
            refuseSecond(setting);
            settings.add(setting);
        } else if (!isEmpty(value)) {
            addAll(name + ".", value);
        }
    }

    private void refuseSecond(Setting setting) {
        for (Setting earlier : settings) {
            if (earlier.key().equals(setting.key())) {
                throw new ConfigException(
                        "%s: set in %s and again in %s (expected: once)"
                                .formatted(
                                        setting.key().name(), earlier.source(), setting.source()));
            }
        }
    }

    private String scalar(String what, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new ConfigException(
                "%s: a list or a mapping in %s (expected: a single value)"
                        .formatted(what, place(node.getStartMark())));
    }

    private static boolean isEmpty(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
    }

    private ConfigException notYaml(String place, String problem) {
        return new ConfigException("--config: %s is not YAML: %s".formatted(place, problem));
    }

    private String place(Optional<Mark> mark) {
        return mark.map(at -> file + ", line " + (at.getLine() + 1)).orElse(file);
    }
}
