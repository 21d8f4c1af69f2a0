package io.firstcome.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.StringValue;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;

import org.junit.jupiter.api.Test;

import java.util.Objects;

class RouterTest {
    private static final UnaryHandler<DynamicMessage, DynamicMessage> ECHO =
            (_, order, reply) -> reply.ok(order);

    @Test
    void findsMethodsByExactPath() {
        Router router = Orders.placing(ECHO);
        assertThat(router.method("/test.v1.Orders/Place")).isNotNull();
        assertThat(router.method("/test.v1.Orders/place")).isNull();
        assertThat(router.method("/test.v1.Orders/Place/")).isNull();
        assertThat(router.method("")).isNull();
    }

    @Test
    void knowsItsServices() {
        Router router = Orders.placing(ECHO);
        assertThat(router.hasServiceOf("/test.v1.Orders/NoSuch")).isTrue();
        assertThat(router.hasServiceOf("/test.v1.Orders/")).isTrue();
        assertThat(router.hasServiceOf("/test.v1.Orders")).isFalse();
        assertThat(router.hasServiceOf("/test.v1.Orderss/Place")).isFalse();
        assertThat(router.hasServiceOf("/")).isFalse();
        assertThat(router.hasServiceOf("")).isFalse();
    }

    @Test
    void refusesAMethodGivenTwice() {
        Router.Builder builder = Router.builder().unary(Orders.method("Place"), Orders.ORDER, ECHO);
        assertThatThrownBy(() -> builder.unary(Orders.method("Place"), Orders.ORDER, ECHO))
                .hasMessage("method: /test.v1.Orders/Place given twice (expected: once)");
    }

    @Test
    void refusesAMethodThatStreams() {
        Router.Builder builder = Router.builder();
        assertThatThrownBy(() -> builder.unary(Orders.method("Watch"), Orders.ORDER, ECHO))
                .hasMessage("method: test.v1.Orders.Watch is a server stream (expected: unary)");
    }

    @Test
    void refusesARequestOfAnotherType() {
        UnaryHandler<StringValue, StringValue> handler = (_, text, reply) -> reply.ok(text);
        Router.Builder builder = Router.builder();
        assertThatThrownBy(() ->
                        builder.unary(
                                Orders.method("Place"), StringValue.getDefaultInstance(), handler))
                .hasMessage("request: google.protobuf.StringValue (expected: test.v1.Order)");
    }

    @Test
    void ignoresUnknownFieldsUnlessToldNotTo() throws InvalidRequestException {
        byte[] unknown = unknownIn(Orders.ORDER).toByteArray();
        Router lenient = Orders.placing(ECHO);
        assertThat(method(lenient).codec(Encoding.PROTO).decode(unknown).toByteArray())
                .isEqualTo(unknown);
        assertThat(method(lenient).codec(Encoding.JSON).decode("{\"nmae\":1}".getBytes(UTF_8)))
                .isEqualTo(Orders.ORDER);

        Router strict =
                Router.builder()
                        .refusingUnknownFields()
                        .unary(Orders.method("Place"), Orders.ORDER, ECHO)
                        .build();
        assertThatThrownBy(() -> method(strict).codec(Encoding.PROTO).decode(unknown))
                .hasMessageStartingWith(
                        "99: unknown field number (expected: one of 1 name, 2 count,");
        assertThatThrownBy(() -> method(strict).codec(Encoding.PROTO).decode(deep(unknown)))
                .hasMessage("items.99: unknown field number (expected: one of 1 sku, 2 percent)");
        assertThatThrownBy(() ->
                        method(strict).codec(Encoding.JSON).decode("{\"nmae\":1}".getBytes(UTF_8)))
                .hasMessageStartingWith("nmae: unknown field");
    }

    private static Method<?, ?> method(Router router) {
        return Objects.requireNonNull(router.method(Orders.PLACE));
    }

    private static Message unknownIn(Message message) {
        return message.toBuilder()
                .setUnknownFields(
                        UnknownFieldSet.newBuilder()
                                .addField(99, Field.newBuilder().addVarint(1).build())
                                .build())
                .build();
    }

    /// An order whose second item is `item`.
    private static byte[] deep(byte[] item) {
        ByteString bytes = ByteString.copyFrom(item);
        Field items =
                Field.newBuilder()
                        .addLengthDelimited(ByteString.EMPTY)
                        .addLengthDelimited(bytes)
                        .build();
        return UnknownFieldSet.newBuilder().addField(15, items).build().toByteArray();
    }
}
