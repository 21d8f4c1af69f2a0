package io.firstcome.verify.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class AdapterFileTest {
    private static final String LEAST =
            """
            name: mine
            about: a system
            ask:
              path: /issue
              body: '{"user":"${user}"}'
            answers:
              - {status: 200, means: ISSUED}
            """;

    @Test
    void leastAdapterTellsNoCouponsAndHasNoList() {
        Adapter adapter = Adapter.parse("mine.yaml", LEAST);
        assertThat(adapter.ask().method()).isEqualTo("POST");
        assertThat(adapter.users()).isEqualTo(Users.NAMES);
        assertThat(adapter.namesUsers()).isTrue();
        assertThat(adapter.answersTellWhich()).isFalse();
        assertThat(adapter.list()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "about: a system| | mine.yaml:1: about: missing (expected: a value)",
                "about: a system| about: [] | mine.yaml:2: about (expected: a single value)",
                "about: a system| about: | mine.yaml:2: about (expected: a single value)",
                "path: /issue| path: issue | mine.yaml:4: ask.path: issue (expected: a path such"
                        + " as /coupons, without the host)",
                "path: /issue| pathh: /issue | mine.yaml:4: ask.pathh: unknown (expected: server,"
                        + " method, path, headers, body, users)",
                "path: /issue| {path: /issue | mine.yaml:5: not YAML: *",
                "ask:| asks: | mine.yaml:4: asks: unknown (expected: name, about, ask, answers,"
                        + " coupon, create, campaign, list, codes)",
                "means: ISSUED| means: GIVEN | mine.yaml:7: answers[0].means: GIVEN (expected: one"
                        + " of ISSUED, ISSUED_AGAIN, SOLD_OUT, NOT_STARTED, ENDED, PAUSED,"
                        + " NOT_FOUND, NOT_ATTEMPTED, UNKNOWN)",
                "means: ISSUED| means: SOLD_OUT | mine.yaml:7: answers: none means ISSUED"
                        + " (expected: one that does)",
                "status: 200| status: ok | mine.yaml:7: answers[0].status: ok (expected: a whole"
                        + " number)",
                "status: 200| is: x | mine.yaml:7: answers[0].at: missing (expected: where the"
                        + " value stands, such as /reason)",
                "status: 200| at: reason | mine.yaml:7: answers[0].at: reason (expected: a JSON"
                        + " pointer such as /coupon/code)",
                "${user}| ${usr} | mine.yaml:5: ask.body: ${usr} (expected: ${user}, ${campaign})",
                "${user}| ${user}${user} | mine.yaml:4: ask.path: ${user} more than once"
                        + " (expected: at most once in the request)",
            })
    void mistakeIsAnsweredWithItsPlaceAndWhatIsExpected(
            String right, String wrong, String message) {
        String document = LEAST.replace(right, wrong == null ? "" : wrong);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adapter.parse("mine.yaml", document))
                .satisfies(mistake -> assertThat(mistake.getMessage()).matches(pattern(message)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "codes: '['| mine.yaml:8: codes: Unclosed character class (expected: a regular"
                        + " expression)",
                "name: other| mine.yaml:8: name: twice (expected: once)",
                "list: {path: /list, entries: /all, entry: {code: /code}}| mine.yaml:8: list:"
                        + " entries can not be told apart (expected: entry.user, or code or id"
                        + " both in coupon and in list.entry)",
                "list: {command: [], entry: {user: /0}}| mine.yaml:8: list.command (expected: a"
                        + " list with at least one element)",
                "list: {path: /all, entries: /all, paging: {}, entry: {user: /u}}| mine.yaml:8:"
                        + " list.paging: both or none of its keys (expected: next or first-page)",
            })
    void mistakeInAnAddedPartIsAnsweredToo(String added, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adapter.parse("mine.yaml", LEAST + added + "\n"))
                .withMessage(message);
    }

    @Test
    void ownerOfACouponIsOfNoUseWhereRequestsNameNobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Adapter.parse(
                                "mine.yaml",
                                LEAST.replace("${user}", "x") + "coupon: {user: /owner}\n"))
                .withMessage(
                        "mine.yaml:8: coupon: user, of a request that names nobody"
                                + " (expected: ${user} in ask)");
    }

    @Test
    void examplesOfTheDocumentAreAdapters() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "ADAPTERS.md"));
        String[] blocks = document.split("```(yaml)?\n", -1);
        Adapter complete = Adapter.parse("complete", blocks[1]);
        Adapter program = Adapter.parse("program", LEAST + blocks[3]);
        assertThat(complete.list()).isNotNull();
        assertThat(program.list()).isNotNull();
    }

    @Test
    void emptyFileIsNoAdapter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Adapter.parse("mine.yaml", "# nothing\n"))
                .withMessage("mine.yaml: empty (expected: an adapter)");
    }

    private static String pattern(String message) {
        String exact = "\\Q" + message + "\\E";
        return message.endsWith("*") ? "(?s)" + exact.replace("*\\E", "\\E.*") : exact;
    }
}
