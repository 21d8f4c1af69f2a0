package io.firstcome.connect.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.Any;
import com.google.protobuf.BoolValue;
import com.google.protobuf.BytesValue;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.protobuf.ListValue;
import com.google.protobuf.Message;
import com.google.protobuf.StringValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UInt64Value;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat.TypeRegistry;
import com.google.protobuf.util.Timestamps;

import io.firstcome.connect.InvalidRequestException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;
import java.util.stream.Stream;

class JsonEdgesTest {
    private static final TypeRegistry REGISTRY = TypeRegistry.getEmptyTypeRegistry();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"double\":-0} | {\"double\":-0.0}",
                "{\"double\":1.0E-5} | {\"double\":1.0E-5}",
                "{\"float\":\"-Infinity\"} | {\"float\":\"-Infinity\"}",
                "{\"int64\":1e3} | {\"int64\":\"1000\"}",
                "{\"int64\":-9223372036854775808} | {\"int64\":\"-9223372036854775808\"}",
                "{\"uint64\":18446744073709551615.0} | {\"uint64\":\"18446744073709551615\"}",
                "{\"uint32\":\"4294967295\"} | {\"uint32\":4294967295}",
                "{\"int32\":0,\"int32Maybe\":0} | {\"int32Maybe\":0}",
                "{\"int32Choice\":0} | {\"int32Choice\":0}",
                "{\"string\":1.50} | {\"string\":\"1.50\"}",
                "{\"string\":\"\\ud83c\\udf9f\\u0007\\/\\n\"} | {\"string\":\"🎟\\u0007/\\n\"}",
                "{\"b\\u006fol\":true} | {\"bool\":true}",
                "{\"bytes\":\"_-8\"} | {\"bytes\":\"/+8=\"}",
                "{\"size\":\"1\",\"sizeList\":[99,-7]} |"
                        + " {\"size\":\"SMALL\",\"sizeList\":[99,\"LARGE\"]}",
                "{\"nullvalueChoice\":null} | {\"nullvalueChoice\":null}",
                "{\"valueMaybe\":null} | {\"valueMaybe\":null}",
                "{\"struct\":null} | {}",
                "{\"boolKey\":{\"true\":1}} | {\"boolKey\":{\"true\":1}}",
                "{\"sint64Key\":{\"-1\":1}} | {\"sint64Key\":{\"-1\":1}}",
                "{\"kinds\":{\"empty\":{}}} | {\"kinds\":{\"empty\":{}}}",
            })
    void readsAndWrites(String read, String written) throws InvalidRequestException {
        assertThat(print(Kinds.KINDS, read)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"double\":1e309} | double: 1e309 (expected: a number)",
                "{\"float\":1e39} | float: 1e39 (expected: a number)",
                "{\"double\":\"0x1p3\"} | double: \"0x1p3\" (expected: a number)",
                "{\"bytes\":\"+_AA\"} | bytes: \"+_AA\" (expected: a string in base64)",
                "{\"int32Key\":{\"x\":1}} | int32Key.x: \"x\" as a name (expected: a whole number"
                        + " from -2147483648 to 2147483647)",
                "{\"stringList\":[null]} | stringList[0]: null (expected: a string)",
                "{\"any\":{\"@type\":\"x.y/none\"}} | any: {\"@type\":\"x.y/none\"} (expected: an"
                        + " object with the @type of a known message)",
                "{\"kindsMap\":{\"a\":{\"kindsList\":[{},{\"int\":1}]}}} |"
                        + " kindsMap.a.kindsList[1].int: unknown field",
                "{\"string\":\"\\ud83c\"} | body: has half a surrogate pair",
                "{\"string\":\"\\x\"} | body: not JSON at line 1 column 12",
                "{\"string\":\"\\u00g0\"} | body: not JSON at line 1 column 12",
                "{\"int32\":01} | body: not JSON at line 1 column 11",
                "{\"bool\":tru} | body: not JSON at line 1 column 12",
                "{\"intMap\":{\"a\":1,\"a\":1}} | body: has \"a\" twice",
                "{\"int32Map\":{\"a\":1,\"\\u0061\":1}} | body: has \"a\" twice",
            })
    void refuses(String json, String problem) {
        assertThatThrownBy(() -> print(Kinds.KINDS, json))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith(problem);
    }

    @Test
    void readsTheRandomTimesThatItWrites() throws InvalidRequestException {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            long nanos = random.nextLong();
            String time = Timestamps.toString(Timestamps.fromNanos(nanos));
            String json = "{\"timestamp\":\"" + time + "\"}";
            assertThat(print(Kinds.KINDS, json)).isEqualTo(json);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-06-23T20:57:00+0900",
                "2025-06-23T20:57:00+24:00",
                "2025-06-23T20:57:00.Z",
                "2025-06-23T20:57:00.1234567890Z",
                "2025-06-23t20:57:00Z",
                "2025-06-23T20:57:60Z",
                "2025-02-29T20:57:00Z",
                "0001-01-01T00:00:00+00:01",
                "2025-06-23T20:57:00Z ",
            })
    void refusesOtherTimes(String time) {
        String json = "{\"timestamp\":\"" + time + "\"}";
        assertThatThrownBy(() -> print(Kinds.KINDS, json))
                .hasMessageStartingWith("timestamp: \"" + time + "\" (expected: RFC 3339");
    }

    @Test
    void refusesToWriteWhatHasNoJson() {
        Timestamp late = Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build();
        assertThatThrownBy(() -> MessageJson.of(late, true, REGISTRY).print(late))
                .isInstanceOf(IllegalArgumentException.class);
        Any unknown = Any.pack(late);
        assertThatThrownBy(() -> MessageJson.of(unknown, true, REGISTRY).print(unknown))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesMessagesAsDeepAsJsonMayBe() throws InvalidRequestException {
        String struct = "{\"a\":".repeat(63) + "{}" + "}".repeat(63);
        assertThat(print(Struct.getDefaultInstance(), struct)).isEqualTo(struct);
        String kinds = "{\"kindsMap\":{\"a\":".repeat(31) + "{}" + "}}".repeat(31);
        assertThat(print(Kinds.KINDS, kinds)).isEqualTo(kinds);
    }

    @Test
    void takesLongValues() throws InvalidRequestException {
        for (int length : new int[] {127, 128, 16_383, 16_384, 100_000}) {
            String json = "{\"kinds\":{\"string\":\"" + "é".repeat(length) + "\"}}";
            assertThat(print(Kinds.KINDS, json)).isEqualTo(json);
        }
    }

    @Test
    void takesFieldsOfProto2() throws InvalidRequestException {
        FieldDescriptorProto field = FieldDescriptorProto.getDefaultInstance();
        String json = "{\"name\":\"a\",\"number\":1,\"label\":\"LABEL_REPEATED\"}";
        assertThat(print(field, json)).isEqualTo(json);
        assertThatThrownBy(() -> print(field, "{\"number\":\"x\"}"))
                .hasMessage(
                        "body: {\"number\":\"x\"} (expected: an object of"
                                + " google.protobuf.FieldDescriptorProto)");
    }

    static Stream<Arguments> ofTheirOwn() {
        return Stream.of(
                arguments(UInt64Value.getDefaultInstance(), "\"5\""),
                arguments(StringValue.getDefaultInstance(), "\"a\""),
                arguments(StringValue.getDefaultInstance(), "\"\""),
                arguments(BoolValue.getDefaultInstance(), "true"),
                arguments(BytesValue.getDefaultInstance(), "\"AAE=\""),
                arguments(Timestamp.getDefaultInstance(), "\"2025-06-23T11:57:00Z\""),
                arguments(Duration.getDefaultInstance(), "\"1.500s\""),
                arguments(FieldMask.getDefaultInstance(), "\"a,b.c\""),
                arguments(ListValue.getDefaultInstance(), "[1.5,\"a\",null]"),
                arguments(Value.getDefaultInstance(), "null"),
                arguments(Value.getDefaultInstance(), "\"a\""),
                arguments(Struct.getDefaultInstance(), "{\"a\":[]}"));
    }

    @ParameterizedTest
    @MethodSource("ofTheirOwn")
    void takesMessagesWithAJsonOfTheirOwn(Message type, String json)
            throws InvalidRequestException {
        assertThat(print(type, json)).isEqualTo(json);
    }

    @Test
    void refusesOtherJsonForThese() {
        assertThatThrownBy(() -> print(UInt64Value.getDefaultInstance(), "{\"value\":5}"))
                .hasMessage(
                        "body: {\"value\":5} (expected: a whole number from 0 to"
                                + " 18446744073709551615)");
        assertThatThrownBy(() -> print(ListValue.getDefaultInstance(), "5"))
                .hasMessage("body: 5 (expected: an array)");
        assertThatThrownBy(() -> print(StringValue.getDefaultInstance(), "null"))
                .hasMessage("body: null (expected: a string)");
        assertThatThrownBy(() -> print(StringValue.getDefaultInstance(), "\"a\" 1"))
                .hasMessageStartingWith("body: not JSON");
        assertThatThrownBy(() -> print(Struct.getDefaultInstance(), "[]"))
                .hasMessage("body: an array (expected: a JSON object)");
    }

    private static String print(Message type, String json) throws InvalidRequestException {
        MessageJson<Message> messages = MessageJson.of(type, true, REGISTRY);
        return new String(messages.print(messages.parse(json.getBytes(UTF_8))), UTF_8);
    }
}
