package io.firstcome.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.StringValue;

import org.junit.jupiter.api.Test;

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
                .hasMessage("method: test.v1.Orders.Watch streams (expected: a unary method)");
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
}
