package io.firstcome.connect.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.util.JsonFormat.TypeRegistry;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;

import io.firstcome.connect.Code;
import io.firstcome.connect.InvalidRequestException;
import io.firstcome.connect.Orders;
import io.firstcome.connect.RpcError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class MessageJsonTest {
    private final MessageJson<DynamicMessage> lenient = orders(false);
    private final MessageJson<DynamicMessage> strict = orders(true);

    private static MessageJson<DynamicMessage> orders(boolean refusesUnknownFields) {
        TypeRegistry registry = TypeRegistry.getEmptyTypeRegistry();
        return MessageJson.of(Orders.ORDER, refusesUnknownFields, registry);
    }

    @Test
    void printsTheJsonOfTheSpecificationAndLeavesOutDefaults() {
        String json =
                """
                {"name":"쿠폰 <1>","total":"7","data":"AAE=","color":"RED",\
                "startsAt":"2025-06-23T11:57:00Z","wait":"1.500s","sizes":[1,2]}\
                """;
        assertThat(new String(lenient.print(Orders.of(json)), UTF_8)).isEqualTo(json.strip());
        assertThat(new String(lenient.print(Orders.ORDER), UTF_8)).isEqualTo("{}");
    }

    @Test
    void takesBothNamesOfAFieldAndNull() throws InvalidRequestException {
        DynamicMessage order = Orders.of("{\"startsAt\":\"2025-06-23T11:57:00Z\"}");
        assertThat(decode("{\"starts_at\":\"2025-06-23T20:57:00+09:00\",\"name\":null}"))
                .isEqualTo(order);
    }

    @Test
    void ignoresUnknownFieldsUnlessToldNotTo() throws InvalidRequestException {
        assertThat(decode("{\"nmae\":{\"a\":[1]},\"name\":\"x\"}")).isEqualTo(Orders.named("x"));
        assertThat(message(strict, "{\"nmae\":\"x\"}"))
                .startsWith("nmae: unknown field (expected: one of name, count, total, weight,");
        assertThat(message(strict, "{\"item\":{\"id\":1}}"))
                .isEqualTo("item.id: unknown field (expected: one of sku, percent)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "name | {} | a string",
                "count | \"many\" | a whole number from -2147483648 to 2147483647",
                "count | 1.5 | a whole number from -2147483648 to 2147483647",
                "count | 3000000000 | a whole number from -2147483648 to 2147483647",
                "total | true | a whole number from -9223372036854775808 to 9223372036854775807",
                "weight | -1 | a whole number from 0 to 4294967295",
                "big | -1 | a whole number from 0 to 18446744073709551615",
                "gift | \"yes\" | true or false",
                "price | \"cheap\" | a number",
                "data | \"*\" | a string in base64",
                "color | [] | one of COLOR_UNSPECIFIED, RED",
                "wait | \"soon\" | seconds followed by s, for example 1.5s",
                "maybe | \"x\" | a whole number from -2147483648 to 2147483647",
                "mask | [] | a string of field names with commas between",
                "item | 1 | an object",
                "labels | 1 | an object",
                "sizes | 1 | an array, each a whole number from -2147483648 to 2147483647",
            })
    void saysWhatAFieldIsExpectedToBe(String field, String value, String expected) {
        String message = message(lenient, "{\"right\":\"a\",\"" + field + "\":" + value + "}");
        assertThat(message).isEqualTo(field + ": " + value + " (expected: " + expected + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-06-23 20:57:00", "2025-06-23T20:57:00", "tomorrow"})
    void refusesATimeWithoutAnOffset(String time) {
        assertThat(message(lenient, "{\"startsAt\":\"" + time + "\"}"))
                .isEqualTo(
                        "startsAt: \""
                                + time
                                + "\" (expected: RFC 3339 with an offset, for example"
                                + " 2025-06-23T20:57:00+09:00)");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        RpcError error =
                error(strict, "{\"count\":\"x\",\"name\":\"ok\",\"nmae\":1,\"gift\":\"no\"}");
        assertThat(error.details()).hasSize(1);
        assertThat(error.details().getFirst()).isInstanceOf(BadRequest.class);
        BadRequest details = (BadRequest) error.details().getFirst();
        assertThat(details.getFieldViolationsList())
                .extracting(FieldViolation::getField)
                .containsExactly("count", "nmae", "gift");
        assertThat(details.getFieldViolations(2).getDescription())
                .isEqualTo("\"no\" (expected: true or false)");
        assertThat(error.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(error.message()).contains("count: \"x\"").contains("; gift: \"no\"");
    }

    @Test
    void findsTheFieldInsideObjectsAndArrays() {
        assertThat(message(lenient, "{\"item\":{\"sku\":\"a\",\"percent\":\"half\"}}"))
                .startsWith("item.percent: \"half\" (expected: a whole number");
        assertThat(message(lenient, "{\"items\":[{},{\"percent\":[]}]}"))
                .startsWith("items[1].percent: [] (expected: a whole number");
        assertThat(message(lenient, "{\"items\":[3]}"))
                .isEqualTo("items[0]: 3 (expected: an object)");
        assertThat(message(lenient, "{\"labels\":{\"a\":1,\"b\":[]}}"))
                .startsWith("labels.b: [] (expected: a whole number");
        assertThat(message(lenient, "{\"sizes\":[1,\"two\",3]}"))
                .startsWith("sizes[1]: \"two\" (expected: a whole number");
    }

    @Test
    void namesAtMostEightFields() {
        String fields = String.join(",", List.of("\"a\":1", "\"b\":1", "\"c\":1", "\"d\":1"));
        String more = fields.replace(":1", "2:1").replace("\"2", "2\"");
        String all = fields + "," + more + ",\"e\":1,\"f\":1,\"g\":1,\"h\":1,\"i\":1";
        BadRequest details = (BadRequest) error(strict, "{" + all + "}").details().getFirst();
        assertThat(details.getFieldViolationsCount()).isEqualTo(8);
    }

    @Test
    void refusesANameGivenTwice() {
        assertThat(message(lenient, "{\"name\":\"a\",\"name\":\"b\"}"))
                .isEqualTo("body: has \"name\" twice (expected: every name once)");
        assertThat(message(lenient, "{\"item\":{\"sku\":\"a\",\"sku\":\"b\"}}"))
                .isEqualTo("body: has \"sku\" twice (expected: every name once)");
        assertThat(message(lenient, "{\"startsAt\":null,\"starts_at\":null,\"count\":\"x\"}"))
                .startsWith("starts_at: given under both of its names (expected: once); count:");
    }

    @Test
    void refusesABooleanForAStringAndTakesANumber() throws InvalidRequestException {
        assertThat(message(lenient, "{\"name\":true}"))
                .isEqualTo("name: true (expected: a string)");
        assertThat(message(lenient, "{\"items\":[{\"percent\":1},{\"sku\":false}]}"))
                .isEqualTo("items[1].sku: false (expected: a string)");
        assertThat(decode("{\"name\":17,\"gift\":true,\"labels\":{\"true\":1},\"x\":[true]}"))
                .isEqualTo(Orders.of("{\"name\":\"17\",\"gift\":true,\"labels\":{\"true\":1}}"));
    }

    @Test
    void refusesTwoSidesOfAOneof() {
        assertThat(message(lenient, "{\"left\":\"a\",\"right\":\"b\"}"))
                .isEqualTo(
                        "right: given beside another of the oneof (expected: only one of left,"
                                + " right)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[] | an array",
                "\"name\" | a string",
                "5 | a number",
                "null | null",
                "true | a boolean",
                "{\"name\":\"a\" | ends early",
                "{\"name\":\"a\"} {} | not JSON at line 1 column",
                "{\"name\":\"a\"}x | not JSON at line 1 column",
                "{'name':'a'} | not JSON at line 1 column",
                "{name:\"a\"} | not JSON at line 1 column",
                "{\"name\":\"a\",} | not JSON at line 1 column",
                "{\"count\":NaN} | not JSON at line 1 column",
                "// hi | not JSON at line 1 column",
                "name=a | not JSON at line 1 column",
            })
    void refusesWhatIsNotOneObject(String json, String problem) {
        String message = message(lenient, json);
        assertThat(message).startsWith("body: " + problem).endsWith(" (expected: a JSON object)");
        assertThat(message).doesNotContain("setLenient").doesNotContain("gson");
    }

    @Test
    void refusesAnEmptyBody() {
        assertThat(message(lenient, "")).isEqualTo("body: ends early (expected: a JSON object)");
    }

    @Test
    void refusesDeepNesting() {
        int deep = JsonReader.DEPTH_MAX;
        String deepest = "{\"x\":" + "[".repeat(deep - 1) + "]".repeat(deep - 1) + "}";
        assertThat(error(strict, deepest).message()).startsWith("x: unknown field");
        String tooDeep = "{\"x\":" + "[".repeat(deep) + "]".repeat(deep) + "}";
        assertThat(message(lenient, tooDeep))
                .isEqualTo("body: nested too deeply (expected: at most 64 levels)");
        assertThat(message(lenient, "{\"x\":".repeat(100_000)))
                .isEqualTo("body: nested too deeply (expected: at most 64 levels)");
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws InvalidRequestException {
        byte[] body = "{\"name\":\"é\"}".getBytes(UTF_8);
        body[9] = 'x';
        InvalidRequestException e =
                catchThrowableOfType(InvalidRequestException.class, () -> lenient.parse(body));
        assertThat(e.error().message()).isEqualTo("body: not UTF-8 (expected: JSON in UTF-8)");
        assertThat(decode("{\"name\":\"\uFFFD\"}")).isEqualTo(Orders.named("\uFFFD"));
    }

    @Test
    void cutsLongValues() {
        String message = message(lenient, "{\"count\":\"" + "x".repeat(10_000) + "\"}");
        assertThat(message).hasSizeLessThan(300).contains("xxx… (expected: a whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "\"1e999999999\"", "-1e-999999999", "1e400"})
    void refusesNumbersWithMonstrousExponentsSoon(String number) {
        assertThat(message(lenient, "{\"big\":" + number + "}")).startsWith("big: ");
        assertThat(message(lenient, "{\"count\":" + number + "}")).startsWith("count: ");
    }

    private DynamicMessage decode(String json) throws InvalidRequestException {
        return lenient.parse(json.getBytes(UTF_8));
    }

    private static String message(MessageJson<DynamicMessage> orders, String json) {
        return error(orders, json).message();
    }

    private static RpcError error(MessageJson<DynamicMessage> orders, String json) {
        return catchThrowableOfType(
                        InvalidRequestException.class, () -> orders.parse(json.getBytes(UTF_8)))
                .error();
    }
}
