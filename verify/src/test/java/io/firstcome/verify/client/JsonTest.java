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
                "[,]"
            })
    void brokenTextIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.parse(text));
    }

    @Test
    void depthIsBounded() {
        String deep = "[".repeat(100) + "]".repeat(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.parse(deep))
                .withMessageContaining("levels");
    }
}
