import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Checks (`check`) or establishes (`write`) the format of every Java file of the tree:
/// google-java-format in AOSP style. The build runs it; see the root pom.
final class Format {
    private static final Formatter FORMATTER =
            new Formatter(JavaFormatterOptions.builder().style(Style.AOSP).build());

    private Format() {}

    public static void main(String[] args) throws Exception {
        boolean write = args[0].equals("write");
        List<Path> unformatted = new ArrayList<>();
        for (Path file : javaFiles()) {
            String source = Files.readString(file, UTF_8);
            String formatted = format(file, source);
            if (!formatted.equals(source)) {
                unformatted.add(file);
                if (write) {
                    Files.writeString(file, formatted, UTF_8);
                }
            }
        }
        unformatted.forEach(file -> IO.println((write ? "formatted " : "not formatted: ") + file));
        if (!write && !unformatted.isEmpty()) {
            IO.println("Run this to format them: mvn -N verify -Dformat=write");
            System.exit(1);
        }
    }

    private static List<Path> javaFiles() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("target/"))
                    .sorted()
                    .toList();
        }
    }

    /// Twice, for a string literal it has wrapped is indented only when it is seen again.
    private static String format(Path file, String source) {
        try {
            String once = FORMATTER.formatSourceAndFixImports(source);
            return FORMATTER.formatSourceAndFixImports(once);
        } catch (FormatterException invalid) {
            throw new IllegalArgumentException(file + ": " + invalid.getMessage(), invalid);
        }
    }
}
