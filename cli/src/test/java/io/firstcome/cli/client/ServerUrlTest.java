package io.firstcome.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

class ServerUrlTest {
    @Test
    void aSlashAtTheEndIsNotKept() {
        assertThat(new ServerUrl().convert("http://localhost:8081/"))
                .hasToString("http://localhost:8081");
        assertThat(new ServerUrl().convert("https://a.b/c")).hasToString("https://a.b/c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "localhost:8081",
                "ftp://a",
                "http://",
                "http://a?b",
                "http://a b"
            })
    void whatIsNoUrlOfAServerIsRefused(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> new ServerUrl().convert(text))
                .withMessage(text + " (expected: a URL such as http://127.0.0.1:8081)");
    }
}
