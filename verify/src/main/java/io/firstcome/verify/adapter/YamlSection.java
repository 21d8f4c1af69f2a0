package io.firstcome.verify.adapter;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A mapping in a YAML file, read strictly: what is unknown, missing or of another type is an
/// `IllegalArgumentException` that says the file, the line, the key and what is expected.
final class YamlSection {
    private final String file;
    private final String path;
    private final Node whole;
    private final Map<String, Node> members = new LinkedHashMap<>();

    private YamlSection(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        whole = node;
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(node, path.isEmpty() ? "the file" : path, "keys and values");
        }
        for (NodeTuple entry : mapping.getValue()) {
            String name = scalar(entry.getKeyNode(), "a key");
            if (members.putIfAbsent(name, entry.getValueNode()) != null) {
                throw wrong(entry.getKeyNode(), key(name) + ": twice", "once");
            }
        }
    }

    /// Reads a document that is one mapping.
    static YamlSection parse(String file, String document) {
        try {
            Node root =
                    new Compose(LoadSettings.builder().setLabel(file).build())
                            .composeString(document)
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            file + ": empty (expected: an adapter)"));
            return new YamlSection(file, "", root);
        } catch (MarkedYamlEngineException e) {
            throw new IllegalArgumentException(
                    "%s: not YAML: %s".formatted(place(file, e.getProblemMark()), e.getProblem()),
                    e);
        }
    }

    /// Refuses every key but these.
    YamlSection only(String... names) {
        for (Map.Entry<String, Node> member : members.entrySet()) {
            if (!Arrays.asList(names).contains(member.getKey())) {
                throw wrong(
                        member.getValue(),
                        key(member.getKey()) + ": unknown",
                        String.join(", ", names));
            }
        }
        return this;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /// A single value that must be there.
    String text(String name) {
        return scalar(required(name, "a value"), key(name));
    }

    @Nullable String optionalText(String name) {
        Node node = members.get(name);
        return node == null ? null : scalar(node, key(name));
    }

    String textOr(String name, String otherwise) {
        String text = optionalText(name);
        return text == null ? otherwise : text;
    }

    @Nullable Integer optionalNumber(String name) {
        Node node = members.get(name);
        if (node == null) {
            return null;
        }
        String text = scalar(node, key(name));
        if (!text.matches("\\d{1,9}")) {
            throw wrong(node, key(name) + ": " + text, "a whole number");
        }
        return Integer.valueOf(text);
    }

    /// One of the constants of an enum, written as `name()`.
    <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        Node node = required(name, "a value");
        String text = scalar(node, key(name));
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        String names = Arrays.toString(type.getEnumConstants());
        throw wrong(
                node, key(name) + ": " + text, "one of " + names.substring(1, names.length() - 1));
    }

    @Nullable Pointer optionalPointer(String name) {
        String text = optionalText(name);
        if (text != null && !text.isEmpty() && !text.startsWith("/")) {
            throw wrong(name, text, "a JSON pointer such as /coupon/code");
        }
        return text == null ? null : new Pointer(text);
    }

    Pointer pointer(String name) {
        required(name, "a JSON pointer such as /coupon/code");
        Pointer pointer = optionalPointer(name);
        if (pointer == null) {
            throw new IllegalStateException(key(name));
        }
        return pointer;
    }

    YamlSection section(String name) {
        return new YamlSection(file, key(name), required(name, "keys and values"));
    }

    @Nullable YamlSection optionalSection(String name) {
        return has(name) ? section(name) : null;
    }

    /// A list of mappings that is not empty.
    List<YamlSection> sections(String name) {
        List<YamlSection> sections = new ArrayList<>();
        for (Node element : elements(name)) {
            sections.add(new YamlSection(file, key(name) + "[" + sections.size() + "]", element));
        }
        return sections;
    }

    /// A list of single values that is not empty.
    List<String> texts(String name) {
        return elements(name).stream().map(element -> scalar(element, key(name))).toList();
    }

    /// All members, each a single value.
    Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        members.forEach((name, node) -> entries.put(name, scalar(node, key(name))));
        return entries;
    }

    private List<Node> elements(String name) {
        Node node = required(name, "a list");
        if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
            throw wrong(node, key(name), "a list with at least one element");
        }
        return list.getValue();
    }

    private Node required(String name, String expected) {
        Node node = members.get(name);
        if (node == null) {
            throw wrong(whole, key(name) + ": missing", expected);
        }
        return node;
    }

    private String scalar(Node node, String key) {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        throw wrong(node, key, "a single value");
    }

    /// Says that the value of a member is wrong.
    IllegalArgumentException wrong(String name, String problem, String expected) {
        return wrong(members.getOrDefault(name, whole), key(name) + ": " + problem, expected);
    }

    private IllegalArgumentException wrong(Node node, String problem, String expected) {
        return new IllegalArgumentException(
                "%s: %s (expected: %s)"
                        .formatted(place(file, node.getStartMark()), problem, expected));
    }

    private String key(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static String place(String file, Optional<Mark> mark) {
        return mark.map(at -> file + ":" + (at.getLine() + 1)).orElse(file);
    }
}
