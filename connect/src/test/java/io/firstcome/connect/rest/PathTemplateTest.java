package io.firstcome.connect.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firstcome.connect.rest.PathTemplate.Literal;
import io.firstcome.connect.rest.PathTemplate.One;
import io.firstcome.connect.rest.PathTemplate.Rest;
import io.firstcome.connect.rest.PathTemplate.Variable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class PathTemplateTest {
    @Test
    void aVariableIsOneSegmentUnlessItSays() {
        PathTemplate template = PathTemplate.parse("/v1/{name=shelves/*}/books/{book}:read");
        assertThat(template.segments())
                .containsExactly(
                        new Literal("v1"),
                        new Literal("shelves"),
                        new One(),
                        new Literal("books"),
                        new One());
        assertThat(template.variables())
                .containsExactly(new Variable("name", 1, 3), new Variable("book", 4, 5));
        assertThat(template.verb()).isEqualTo("read");
    }

    @Test
    void valuesKeepTheSlashesBetweenTheirSegments() {
        PathTemplate template = PathTemplate.parse("/v1/{name=shelves/*}/{rest=**}");
        assertThat(template.values(List.of("v1", "shelves", "a/b", "c", "d/e")))
                .containsExactly("shelves/a%2Fb", "c/d%2Fe");
    }

    @Test
    void theValueOfOneSegmentIsWhatItStandsFor() {
        PathTemplate template = PathTemplate.parse("/v1/{name}");
        assertThat(template.values(List.of("v1", "a/b"))).containsExactly("a/b");
    }

    @Test
    void theRestMayBeNothing() {
        PathTemplate template = PathTemplate.parse("/v1/{rest=**}");
        assertThat(template.segments()).last().isEqualTo(new Rest());
        assertThat(template.values(List.of("v1"))).containsExactly("");
    }

    @Test
    void textsTakeThePlaceOfVariables() {
        PathTemplate template = PathTemplate.parse("/v1/{name=shelves/*}/books/{book}:read");
        assertThat(template.expand(List.of("{name}", "7"))).isEqualTo("/v1/{name}/books/7:read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1",
                "/",
                "/v1/",
                "/v1//a",
                "/{",
                "/{}",
                "/{a",
                "/{a=}",
                "/{a={b}}",
                "/a}",
                "/**/a",
                "/a:",
                "/a:b:c",
                "/a:b/c"
            })
    void whatIsNoTemplateIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PathTemplate.parse(text))
                .withMessageContaining("expected: ");
    }
}
