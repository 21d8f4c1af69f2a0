package io.firstcome.connect.json;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.JsonFormat;
import com.google.protobuf.util.JsonFormat.TypeRegistry;

import io.firstcome.connect.InvalidRequestException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Compares with `JsonFormat` on random messages and on JSON that is spoiled at random.
class AgreementTest {
    private static final int ROUNDS = 1_500;

    private static final TypeRegistry REGISTRY =
            TypeRegistry.newBuilder()
                    .add(Kinds.KINDS.getDescriptorForType())
                    .add(Timestamp.getDescriptor())
                    .build();
    private static final JsonFormat.Printer PRINTER =
            JsonFormat.printer().usingTypeRegistry(REGISTRY).omittingInsignificantWhitespace();
    private static final String[] PIECES = {
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "true",
        "0",
        "-",
        "1e2",
        "1.0",
        ".",
        "\\u0041",
        "\\",
        "é",
        " ",
        "\"NaN\"",
        "[]",
        "{}",
        "\"\"",
        "T",
        "Z",
        "99999999999",
        "\"key\":1,",
        "=",
        "s"
    };

    private static final Pattern VALUE =
            Pattern.compile("(?<=[:\\[])(\"[^\"\\\\]*\"|[-+.0-9Ee]+|true|false|null)(?=[,\\]}])");
    private static final String[] VALUES = {
        "0",
        "1e2",
        "1.0",
        "1.5",
        "-7",
        "4294967295",
        "99999999999",
        "18446744073709551615",
        "1e400",
        "-1e-999999999",
        "1e999999999",
        "\"1e2\"",
        "\" 1\"",
        "\"+1\"",
        "\"\"",
        "\"x\"",
        "\"NaN\"",
        "\"-Infinity\"",
        "\"0x1p3\"",
        "\"AA-_\"",
        "\"AA+/\"",
        "\"AA==\"",
        "\"A\"",
        "true",
        "false",
        "\"true\"",
        "null",
        "[]",
        "[1]",
        "[\"SMALL\"]",
        "[null]",
        "{}",
        "{\"a\":1}",
        "\"SMALL\"",
        "\"LARGER\"",
        "1",
        "99",
        "\"1.5s\"",
        "\"aB,c\"",
        "\"\\ud83c\\udf9f\"",
        "\"\\ud83c\"",
        "\"2025-06-23T20:57:00+09:00\"",
        "\"2025-13-23T20:57:00Z\"",
        "\"0001-01-01T00:00:00+00:01\"",
        "{\"@type\":\"type.googleapis.com/none\"}",
        "{\"int32\":1,\"int32\":2}",
        "{\"int32\":\"x\"}"
    };

    /// What we refuse although JsonFormat takes it: sloppy JSON, an array for its one element,
    /// another kind for a string, unlikely forms of times and of floating point, and other things
    /// than strings for an enum whose unknown names are ignored.
    private static final String STRICTER =
            "(?s)body: .*|.*: \\[.*|.*expected: (RFC 3339|a string|a number|one of|null).*";

    private final Random random = new Random(20_250_623);
    private final RandomKinds kinds = new RandomKinds(random);
    private final MessageJson<DynamicMessage> strict = MessageJson.of(Kinds.KINDS, true, REGISTRY);

    @Test
    void printsWhatJsonFormatPrintsButPlainly() throws InvalidProtocolBufferException {
        for (int i = 0; i < ROUNDS; i++) {
            DynamicMessage message = kinds.next();
            String json = new String(strict.print(message), UTF_8);
            assertThat(plain(json)).isEqualTo(plain(PRINTER.print(message)));
            assertThat(viaJsonFormat(json, true)).isEqualTo(message);
        }
    }

    @Test
    void parsesWhatJsonFormatPrints() throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            DynamicMessage message = kinds.next();
            JsonFormat.Printer printer =
                    random.nextBoolean() ? PRINTER : PRINTER.preservingProtoFieldNames();
            String json = printer.print(message);
            assertThat(strict.parse(json.getBytes(UTF_8))).isEqualTo(message);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesNothingElseThanJsonFormat(boolean refusesUnknownFields) throws Exception {
        MessageJson<DynamicMessage> json =
                MessageJson.of(Kinds.KINDS, refusesUnknownFields, REGISTRY);
        int taken = 0;
        int refused = 0;
        int stricter = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String text = spoil(PRINTER.print(kinds.next()));
            DynamicMessage expected = viaJsonFormat(text, refusesUnknownFields);
            try {
                DynamicMessage parsed = json.parse(text.getBytes(UTF_8));
                assertThat(parsed).as(text).isEqualTo(expected);
                taken++;
            } catch (InvalidRequestException e) {
                if (expected == null) {
                    refused++;
                } else {
                    assertThat(e).as(text).message().matches(STRICTER);
                    stricter++;
                }
            }
        }
        assertThat(taken).isGreaterThan(ROUNDS / 4);
        assertThat(refused).isGreaterThan(ROUNDS / 4);
        assertThat(stricter).isBetween(ROUNDS / 100, ROUNDS / 5);
    }

    @Test
    void failsInOneWayOnly() throws InvalidProtocolBufferException {
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] json = PRINTER.print(kinds.next()).getBytes(UTF_8);
            json[random.nextInt(json.length)] = (byte) random.nextInt();
            try {
                strict.parse(Arrays.copyOf(json, json.length - random.nextInt(2)));
            } catch (InvalidRequestException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(ROUNDS / 2, ROUNDS - 1);
    }

    private String spoil(String json) {
        String spoilt = random.nextInt(4) == 0 ? spoilText(json) : spoilValue(json);
        return new String(spoilt.getBytes(UTF_8), UTF_8);
    }

    private String spoilText(String json) {
        int from = random.nextInt(json.length());
        int to = Math.min(json.length(), from + random.nextInt(4));
        return json.substring(0, from) + any(PIECES) + json.substring(to);
    }

    private String spoilValue(String json) {
        List<MatchResult> values = VALUE.matcher(json).results().toList();
        if (values.isEmpty()) {
            return json;
        }
        MatchResult value = values.get(random.nextInt(values.size()));
        return json.substring(0, value.start()) + any(VALUES) + json.substring(value.end());
    }

    private String any(String[] texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static @Nullable DynamicMessage viaJsonFormat(String json, boolean refusesUnknown) {
        JsonFormat.Parser parser = JsonFormat.parser().usingTypeRegistry(REGISTRY);
        DynamicMessage.Builder message = Kinds.KINDS.newBuilderForType();
        try {
            (refusesUnknown ? parser : parser.ignoringUnknownFields()).merge(json, message);
            return message.build();
        } catch (InvalidProtocolBufferException e) {
            return null;
        }
    }

    private static String plain(String json) {
        return json.replace("\\u003c", "<")
                .replace("\\u003e", ">")
                .replace("\\u0026", "&")
                .replace("\\u003d", "=")
                .replace("\\u0027", "'")
                .replace("\\u2028", "\u2028");
    }
}
