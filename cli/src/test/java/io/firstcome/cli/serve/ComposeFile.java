package io.firstcome.cli.serve;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The services of a `compose.yaml`, with `${…}` as it stands there.
record ComposeFile(Map<?, ?> services) {
    static ComposeFile read(Path file) throws IOException {
        return new ComposeFile(map(yaml(Files.readString(file)), "services"));
    }

    static Object yaml(String text) {
        LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        return Objects.requireNonNull(new Load(settings).loadFromString(text));
    }

    static Map<?, ?> map(Object parent, String key) {
        return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) parent).get(key), key);
    }

    List<String> nodes() {
        return services.keySet().stream()
                .map(String::valueOf)
                .filter(name -> name.startsWith("node-"))
                .toList();
    }

    Map<?, ?> service(String name) {
        return map(services, name);
    }

    Map<String, String> environment(String service) {
        return map(service(service), "environment").entrySet().stream()
                .collect(
                        Collectors.toMap(
                                entry -> String.valueOf(entry.getKey()),
                                entry -> String.valueOf(entry.getValue())));
    }

    /// The container's own ports of those that `service` publishes.
    List<String> published(String service) {
        List<?> ports = (List<?>) Objects.requireNonNull(service(service).get("ports"));
        return ports.stream().map(port -> String.valueOf(port).replaceFirst(".*:", "")).toList();
    }
}
