package io.firstcome.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// `serve` as a process of its own, on any free ports, which is killed at the end.
final class ServeProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private ServeProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
    }

    /// Starts one.
    ///
    /// @param java what is said to the JVM
    /// @param environment beside the system's, of which no setting is taken over
    static ServeProcess start(Path data, List<String> java, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(java);
        command.addAll(List.of("-cp", classPath(), "io.firstcome.cli.Main", "serve"));
        command.addAll(List.of("--data-dir", data.toString()));
        command.addAll(List.of("--admin-port", "0", "--issue-port", "0"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("FIRSTCOME_"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        return new ServeProcess(builder.start());
    }

    /// Without what only tests have and the program would speak of: ArchUnit's logging.
    private static String classPath() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !entry.contains("slf4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    Process process() {
        return process;
    }

    /// The server that the next line with this name tells of.
    URI place(String name) throws IOException {
        return URI.create(lineWith("  " + name + "  ").replaceFirst(".* ", ""));
    }

    /// The next line with this text.
    String lineWith(String text) throws IOException {
        return lineWith(text, output);
    }

    /// The next line with this text of what it warns of.
    String warningWith(String text) throws IOException {
        return lineWith(text, process.errorReader(UTF_8));
    }

    private static String lineWith(String text, BufferedReader lines) throws IOException {
        StringBuilder read = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(text)) {
                return line;
            }
            read.append(line).append('\n');
        }
        throw new AssertionError("no line with \"%s\" in:%n%s".formatted(text, read));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
