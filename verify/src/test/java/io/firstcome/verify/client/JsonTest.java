package io.firstcome.verify.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void membersAndElementsAreFoundByName() {
        Json json = Json.parse(" {\"a\" : [1, \"2\", {\"b\": true}], \"c\":null, \"d\":-1.5e3} ");
        assertThat(json.get("a").elements()).hasSize(3);
        assertThat(json.get("a").elements().get(0).number()).isEqualTo(1);
        assertThat(json.get("a").elements().get(1).number()).isEqualTo(2);
        assertThat(json.get("a").elements().get(2).get("b").isTrue()).isTrue();
        assertThat(json.get("c").isPresent()).isFalse();
        assertThat(json.get("d").text()).isEqualTo("-1.5e3");
    }

    @Test
    void absentIsEmptyAllTheWayDown() {
        Json absent = Json.parse("{}").get("a").get("b");
        assertThat(absent.isPresent()).isFalse();
        assertThat(absent.text()).isEmpty();
        assertThat(absent.number()).isZero();
        assertThat(absent.isTrue()).isFalse();
        assertThat(absent.elements()).isEmpty();
    }

    @Test
    void quotedTextComesBack() {
        String text = "a\"b\\c\n\t\u0001가나다 😀/";
        assertThat(Json.parse(Json.quote(text)).text()).isEqualTo(text);
    }

    @Test
    void escapesAreUnderstood() {
        assertThat(Json.parse("\"\\u00e9\\/\\b\\f\\r\\\\\"").text()).isEqualTo("é/\b\f\r\\");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[1",
                "[1 2]",
                "{\"a\"}",
                "{\"a\":}",
                "\"a",
                "\"\\x\"",
                "\"\\u12\"",
                "nul",
                "01x",
                "{} {}",
                "<html>",
                "{a:1}",
                "[,]",
                "[1,]",
                "{\"a\":1,}",
                "[1]]",
                "NaN",
                "+1",
                ".5",
                "'a'",
                "[1] // one"
            })
    void brokenTextIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.parse(text))
                .withMessageMatching("json: broken at character \\d+: .+");
    }

    @Test
    void whatIsBrokenIsToldByCharacter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.parse("{\"가나다\":}"))
                .withMessageStartingWith("json: broken at character 8: Unexpected character");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.parse("{\"a\":[1"))
                .withMessage("json: broken at character 7: cut off (expected: a whole value)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.parse("{} {}"))
                .withMessage("json: broken at character 4: more than a value (expected: the end)");
    }

    @Test
    void theLastOfEqualNamesCounts() {
        assertThat(Json.parse("{\"a\":1,\"a\":2}").get("a").number()).isEqualTo(2);
        assertThat(Json.parse("{\"a\":1,\"a\":null}").get("a").isPresent()).isFalse();
    }

    @Test
    void textAndNumbersStayWhatTheyWere() {
        Json json = Json.parse("[1.50, -0, 1E+2, \"a\tb\nc\", 9223372036854775807, false]");
        assertThat(json.elements().stream().map(Json::text))
                .containsExactly("1.50", "-0", "1E+2", "a\tb\nc", "9223372036854775807", "false");
    }

    @Test
    void lengthIsNotBounded() {
        String text = "가".repeat(21_000_000);
        assertThat(Json.parse("\"" + text + "\"").text().equals(text)).as("is the same").isTrue();
        String digits = "1".repeat(60_000);
        Json json = Json.parse("{\"" + digits + "\":" + digits + "}");
        assertThat(json.get(digits).text()).isEqualTo(digits);
    }

    @Test
    void depthIsBounded() {
        assertThat(Json.parse("[".repeat(64) + "]".repeat(64)).elements()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.parse("[".repeat(65) + "]".repeat(65)))
                .withMessageStartingWith("json: broken at character 65: ")
                .withMessageContaining("maximum allowed (64");
    }
}
