package io.firstcome.verify.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firstcome.check.History;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

class HistoryFileTest {
    @TempDir private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"history.jsonl", "history.jsonl.gz"})
    void whatIsWrittenIsReadBackExactly(String name) throws IOException {
        Path file = directory.resolve(name);
        for (long seed = 0; seed < 300; seed++) {
            History history = RandomHistory.of(seed);
            HistoryFile.write(file, history);
            assertThat(HistoryFile.read(file)).as("seed %d", seed).isEqualTo(history);
        }
    }

    /// As in files of before it was written down.
    @Test
    void whoDoesNotTellWhenAnAskWasDueSentItThen() throws IOException {
        List<String> lines = lines();
        assertThat(lines).noneMatch(line -> line.contains("\"due\""));
        assertThat(read(lines).asks())
                .isNotEmpty()
                .allMatch(ask -> ask.dueNanos() == ask.sentNanos());
    }

    @Test
    void aNameThatEndsInGzIsCompressed() throws IOException {
        Path plain = directory.resolve("h");
        Path compressed = directory.resolve("h.gz");
        HistoryFile.write(plain, RandomHistory.of(1));
        HistoryFile.write(compressed, RandomHistory.of(1));
        assertThat(Files.readString(plain)).startsWith("{\"format\":\"firstcome-history\"");
        assertThat(Files.readAllBytes(compressed)).startsWith(0x1f, 0x8b);
        assertThat(Files.size(compressed)).isLessThan(Files.size(plain) / 2);
    }

    /// Every cut is found: of bytes where lines are cut, of lines where the header counts them.
    @ParameterizedTest
    @ValueSource(strings = {"h", "h.gz"})
    void everyShorterFileIsRefused(String name) throws IOException {
        Path file = directory.resolve(name);
        HistoryFile.write(file, RandomHistory.small());
        byte[] whole = Files.readAllBytes(file);
        int last = name.endsWith(".gz") ? whole.length : whole.length - 1;
        for (int length = 0; length < last; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(HistoryFormatException.class)
                    .as("%d of %d bytes", length, whole.length)
                    .isThrownBy(() -> HistoryFile.read(file))
                    .withMessageStartingWith(file + ": line ");
        }
    }

    @Test
    void everyMissingLineIsMissed() throws IOException {
        List<String> lines = lines();
        for (int missing = 0; missing < lines.size(); missing++) {
            int left = missing;
            List<String> rest =
                    Stream.concat(
                                    lines.subList(0, left).stream(),
                                    lines.subList(left + 1, lines.size()).stream())
                            .toList();
            assertThatExceptionOfType(HistoryFormatException.class).isThrownBy(() -> read(rest));
        }
    }

    @Test
    void aLineMoreIsRefused() throws IOException {
        List<String> lines = Stream.concat(lines().stream(), Stream.of("{}")).toList();
        assertThatExceptionOfType(HistoryFormatException.class)
                .isThrownBy(() -> read(lines))
                .withMessageEndingWith(
                        "line %d: more than the header says (expected: the end of the file)",
                        lines.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | \"version\":1 | \"version\":2 |"
                        + " version: 2 (expected: 1, the file is of a newer verify)",
                "1 | firstcome-history | other | format: other (expected: firstcome-history)",
                "1 | \"start\":\" | \"start\":\"x | start: x2025",
                "1 | \"clockUncertaintyNanos\": | \"clockUncertaintyNanos\":- |"
                        + " clockUncertaintyNanos: -7 (expected: >= 0)",
                "2 | \"sent\":1 | \"sent\":\"x\" | sent: x (expected: a whole number)",
                "2 | \"sent\":1 | \"sent\":9 | done: 2 (expected: >= 9)",
                "2 | \"sent\":1 | \"due\":3,\"sent\":1 | due: 3 (expected: <= 1)",
                "2 | \"done\": | \"d\": | done: absent (expected: a whole number)",
                "2 | \"ordinal\":1 | \"ordinal\":[] |"
                        + " issued.ordinal: a structure (expected: a whole number)",
                "2 | \"again\":false | \"again\":0 | again: 0 (expected: true or false)",
                "2 | issuedAt | at | issued.issuedAt: absent (expected: a time such as",
                "3 | SOLD_OUT | SOLD | refused: SOLD (expected: a Refusal)",
                "3 | {\"user\":\"v\" | {\"user\":{} | user: a structure (expected: a text)",
                "3 | { | [ | json: broken at character",
                "4 | \"unknown\" | \"what\" | refused: absent (expected: a Refusal)",
                "6 | \"code\":\" | \"c\":\" | code: absent (expected: a text)"
            })
    void damageIsToldByLineAndField(int line, String good, String bad, String error)
            throws IOException {
        List<String> lines = new ArrayList<>(lines());
        assertThat(lines.get(line - 1)).contains(good);
        lines.set(line - 1, lines.get(line - 1).replace(good, bad));
        assertThatExceptionOfType(HistoryFormatException.class)
                .isThrownBy(() -> read(lines))
                .withMessageContaining(": line " + line + ": " + error);
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        Path file = directory.resolve("h");
        Files.write(file, new byte[] {'{', (byte) 0xff, '}', '\n'});
        assertThatExceptionOfType(HistoryFormatException.class)
                .isThrownBy(() -> HistoryFile.read(file))
                .withMessageContaining("line 1: damaged here or after, ");
        Path notCompressed = directory.resolve("h.gz");
        Files.writeString(notCompressed, "{}");
        assertThatExceptionOfType(HistoryFormatException.class)
                .isThrownBy(() -> HistoryFile.read(notCompressed))
                .withMessageContaining("line 1: damaged here or after, ");
    }

    @Test
    void everyDamageOfACompressedFileIsFound() throws IOException {
        Path file = directory.resolve("h.gz");
        HistoryFile.write(file, RandomHistory.small());
        byte[] whole = Files.readAllBytes(file);
        for (int at = 10; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            assertThatExceptionOfType(HistoryFormatException.class)
                    .as("byte %d", at)
                    .isThrownBy(() -> HistoryFile.read(file));
        }
    }

    @Test
    void aFileThatIsNotThereIsNoFormatError() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> HistoryFile.read(directory.resolve("none")));
    }

    private List<String> lines() throws IOException {
        Path file = directory.resolve("good");
        HistoryFile.write(file, RandomHistory.small());
        return Files.readAllLines(file, UTF_8);
    }

    private History read(List<String> lines) throws IOException {
        Path file = directory.resolve("changed");
        Files.write(file, lines, UTF_8);
        return HistoryFile.read(file);
    }
}
