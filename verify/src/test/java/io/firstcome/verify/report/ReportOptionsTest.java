package io.firstcome.verify.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.verify.client.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ReportOptionsTest {
    @TempDir Path directory;

    @Test
    void bothFilesAreWrittenAlsoWhenTheVerdictIsBad() throws IOException {
        Path json = directory.resolve("a.json");
        Path html = directory.resolve("a.html");
        new ReportOptions(json, html, null).write(SmallHistory.account(SmallHistory.history()));
        assertThat(Json.parse(Files.readString(json)).get("verdict").get("broken").number())
                .isEqualTo(1);
        assertThat(html).content().endsWith("</html>\n");
    }

    @Test
    void pathThatCanNotBeWrittenIsRefusedByItsName() {
        Path nowhere = directory.resolve("no").resolve("a.json");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportOptions(nowhere, null, null))
                .withMessage("json: " + nowhere + " (expected: a file that can be written)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportOptions(null, directory, null))
                .withMessageStartingWith("html: ");
    }

    @Test
    void nothingIsWrittenBeforeTheRun() {
        Path file = directory.resolve("a.json");
        assertThat(new ReportOptions(file, null, null).json()).doesNotExist();
    }
}
